package io.github.tlsleak.bench;

import io.github.tlsleak.bench.run.Child;
import io.github.tlsleak.bench.run.Setup;
import io.github.tlsleak.bench.stats.Aim;
import io.github.tlsleak.bench.table.Spread;
import io.github.tlsleak.bench.table.Table;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Bytes that the agent keeps for a live session: the difference of two heap histograms. */
final class LiveMemory implements Figure {
    private static final int SITES = 100;

    @Override
    public void measure(Setup setup, Table table) throws IOException {
        int sessions = setup.quick ? 50_000 : 1_000_000;
        List<Double> without = new ArrayList<>();
        List<Double> with = new ArrayList<>();
        List<Double> each = new ArrayList<>();
        Map<String, Long> last = new TreeMap<>();
        for (int round = 0; round < setup.rounds(3); round++) {
            Map<String, Long> before = histogram(setup, sessions, List.of());
            Map<String, Long> after = histogram(setup, sessions, List.of(setup.tlsleak()));
            without.add(total(before));
            with.add(total(after));
            each.add((total(after) - total(before)) / sessions);
            last = difference(before, after);
        }
        String what =
                "bytes a live session, "
                        + Spread.number(sessions)
                        + " live, 100 sites (heap in MB)";
        double mb = 1e6;
        table.add(
                what,
                Spread.of(without).median() / mb,
                Spread.of(with).median() / mb,
                Spread.of(each),
                "B",
                Aim.atMost(128, "128 B"));
        explain(last, sessions);
    }

    private static void explain(Map<String, Long> difference, int sessions) {
        difference.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(8)
                .forEach(
                        e ->
                                System.err.printf(
                                        "    %8.2f B a session  %s%n",
                                        (double) e.getValue() / sessions, e.getKey()));
    }

    private static Map<String, Long> histogram(Setup setup, int sessions, List<String> agent)
            throws IOException {
        List<String> options = new ArrayList<>(agent);
        options.add("-Xmx2g");
        options.add("-XX:+UseParallelGC");
        Path home = setup.homes.get(0);
        Map<String, Long> bytes = new TreeMap<>();
        Child.run(
                setup.dir,
                setup.command(home, options, "LiveSessions", sessions, SITES),
                pid -> read(home, pid, bytes));
        return bytes;
    }

    /** Parses lines of {@code GC.class_histogram}: number, instances, bytes, class. */
    private static void read(Path home, long pid, Map<String, Long> bytes) throws IOException {
        String jcmd = home.resolve("bin/jcmd").toString();
        Process process =
                new ProcessBuilder(jcmd, Long.toString(pid), "GC.class_histogram")
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] words = line.trim().split("\\s+");
                if (words.length >= 4 && words[0].endsWith(":") && words[0].length() > 1) {
                    if (Character.isDigit(words[0].charAt(0))) {
                        bytes.merge(words[3], Long.valueOf(words[2]), Long::sum);
                    }
                }
            }
        }
        if (bytes.isEmpty()) {
            throw new IOException("no histogram from " + jcmd);
        }
    }

    private static double total(Map<String, Long> bytes) {
        return bytes.values().stream().mapToLong(Long::longValue).sum();
    }

    private static Map<String, Long> difference(Map<String, Long> before, Map<String, Long> after) {
        Map<String, Long> difference = new TreeMap<>();
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        for (String name : names) {
            difference.put(name, after.getOrDefault(name, 0L) - before.getOrDefault(name, 0L));
        }
        return difference;
    }
}
