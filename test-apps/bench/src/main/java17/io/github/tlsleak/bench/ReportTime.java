package io.github.tlsleak.bench;

import io.github.tlsleak.bench.run.Child;
import io.github.tlsleak.bench.run.Setup;
import io.github.tlsleak.bench.stats.Aim;
import io.github.tlsleak.bench.table.Spread;
import io.github.tlsleak.bench.table.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The command {@code report} on many lines in many files, with a heap of 256 MB. */
final class ReportTime implements Figure {
    private static final String FILES = "100";

    @Override
    public void measure(Setup setup, Table table) throws IOException {
        for (int sites : setup.quick ? List.of(200) : List.of(200, 2000)) {
            Path reports = Files.createTempDirectory(setup.dir, "reports");
            try {
                measure(setup, table, reports, sites);
            } finally {
                delete(reports);
            }
        }
    }

    private static void measure(Setup setup, Table table, Path reports, int sites)
            throws IOException {
        int lines = setup.quick ? 20_000 : 1_000_000;
        make(setup, reports, lines, sites);
        List<Double> wall = new ArrayList<>();
        List<Double> cpu = new ArrayList<>();
        for (int round = 0; round < setup.rounds(8); round++) {
            Child child = Child.run(setup.dir, report(setup, reports), null);
            wall.add(child.get("wall"));
            cpu.add(child.get("user") + child.get("sys"));
        }
        String what =
                String.format(
                        "report, %s leaks of %s sites in %s files, -Xmx256m: s ",
                        Spread.number(lines), Spread.number(sites), FILES);
        double none = Double.NaN;
        Aim aim = Aim.atMost(5, "5 s");
        table.add(what + "of wall time", none, none, Spread.of(wall), "s", aim);
        table.add(what + "of CPU", none, none, Spread.of(cpu), "s", Aim.NONE);
    }

    private static void make(Setup setup, Path reports, int lines, int sites) throws IOException {
        List<String> make = new ArrayList<>(List.of(java(setup), "-cp"));
        make.add(System.getProperty("java.class.path"));
        make.add("io.github.tlsleak.apps.bench.ReportFiles");
        make.add(reports.toString());
        make.addAll(List.of(Integer.toString(lines), FILES, Integer.toString(sites)));
        Child.run(setup.dir, make, null);
    }

    private static List<String> report(Setup setup, Path reports) {
        return List.of(
                java(setup),
                "-Xmx256m",
                "-jar",
                setup.agent.toString(),
                "report",
                reports.toString(),
                "--out",
                setup.dir.resolve("report.txt").toString());
    }

    private static String java(Setup setup) {
        return setup.homes.get(0).resolve("bin/java").toString();
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
