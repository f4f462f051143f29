package io.github.tlsleak.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The command {@code report} on many lines in many files, with a heap of 256 MB. */
final class ReportTime implements Figure {

    @Override
    public void measure(Setup setup, Table table) throws IOException {
        int lines = setup.quick ? 20_000 : 1_000_000;
        Path reports = setup.dir.resolve("reports");
        Path java = setup.homes.get(0).resolve("bin/java");
        String classes = System.getProperty("java.class.path");
        List<String> make = new ArrayList<>(List.of(java.toString(), "-cp", classes));
        make.add("io.github.tlsleak.apps.bench.ReportFiles");
        make.addAll(List.of(reports.toString(), Integer.toString(lines), "100", "500"));
        Child.run(setup.dir, make, null);
        List<Double> wall = new ArrayList<>();
        List<Double> cpu = new ArrayList<>();
        for (int round = 0; round < setup.rounds(5); round++) {
            Child child =
                    Child.run(
                            setup.dir,
                            List.of(
                                    java.toString(),
                                    "-Xmx256m",
                                    "-jar",
                                    setup.agent.toString(),
                                    "report",
                                    reports.toString(),
                                    "--out",
                                    setup.dir.resolve("report.txt").toString()),
                            null);
            wall.add(child.get("wall"));
            cpu.add(child.get("user") + child.get("sys"));
        }
        String what = "report, " + Spread.number(lines) + " lines, 100 files, -Xmx256m: s ";
        String target = "<= 5 s";
        table.add(what + "elapsed", Double.NaN, Double.NaN, Spread.of(wall), "s", target);
        table.add(what + "of CPU", Double.NaN, Double.NaN, Spread.of(cpu), "s", "");
        delete(reports);
    }

    private static void delete(Path dir) throws IOException {
        try (Stream<Path> files = Files.list(dir)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(dir);
    }
}
