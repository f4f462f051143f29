package io.github.tlsleak.bench;

import io.github.tlsleak.bench.run.Followed;
import io.github.tlsleak.bench.run.Jdk;
import io.github.tlsleak.bench.run.Setup;
import io.github.tlsleak.bench.stats.Aim;
import io.github.tlsleak.bench.table.Spread;
import io.github.tlsleak.bench.table.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Pauses with 100 000 live sessions, for each collector that the JVM has. */
final class GcPauses implements Figure {
    private static final Pattern PAUSE = Pattern.compile("\\bPause (\\w+).* ([0-9.]+)ms$");
    private static final List<String> COLLECTORS =
            List.of("Serial", "Parallel", "G1", "Z", "Shenandoah");

    @Override
    public void measure(Setup setup, Table table) throws IOException {
        Path home = setup.homes.get(0);
        if (Jdk.release(home) < 9) {
            table.addMissing("pauses", "no unified log on 8");
            return;
        }
        for (String collector : COLLECTORS) {
            String option = "-XX:+Use" + collector + "GC";
            if (Jdk.accepts(home, option) && !(setup.quick && collector.startsWith("S"))) {
                measure(setup, table, collector, option);
            }
        }
    }

    private static void measure(Setup setup, Table table, String collector, String option)
            throws IOException {
        Map<String, List<Double>> without = new LinkedHashMap<>();
        Map<String, List<Double>> with = new LinkedHashMap<>();
        for (int round = 0; round < setup.rounds(3); round++) {
            pauses(setup, List.of(option), without);
            pauses(setup, List.of(option, setup.tlsleak()), with);
            Followed.check(setup, false);
        }
        for (String kind : with.keySet()) {
            Spread before = Spread.of(without.getOrDefault(kind, List.of()));
            Spread after = Spread.of(with.get(kind));
            Spread added = Spread.of(after.median() - before.median());
            String name =
                    "pauses, "
                            + live(setup) / 1000
                            + " 000 live, "
                            + collector
                            + ' '
                            + kind
                            + ": ms, median";
            table.add(name, before.median(), after.median(), added, "ms", Aim.NONE);
        }
    }

    private static int live(Setup setup) {
        return setup.quick ? 5000 : 100_000;
    }

    private static void pauses(Setup setup, List<String> options, Map<String, List<Double>> into)
            throws IOException {
        Path log = Files.createTempFile(setup.dir, "gc", ".log");
        List<String> all = new ArrayList<>(options);
        all.addAll(List.of("-Xms384m", "-Xmx384m", "-Xlog:gc,gc+phases:file=" + log));
        setup.run(all, "GcLoad", live(setup), setup.quick ? 600 : 10_000);
        for (String line : Files.readAllLines(log)) {
            Matcher pause = PAUSE.matcher(line);
            if (pause.find()) {
                // the collectors without generations have many short phases, counted here as one
                // kind
                String kind = pause.group(1).matches("Full|Young") ? pause.group(1) : "other";
                into.computeIfAbsent(kind, k -> new ArrayList<>())
                        .add(Double.valueOf(pause.group(2)));
            }
        }
        Files.delete(log);
    }
}
