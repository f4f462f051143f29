package io.github.tlsleak.bench;

import io.github.tlsleak.bench.run.Setup;
import io.github.tlsleak.bench.stats.Aim;
import io.github.tlsleak.bench.stats.Interval;
import io.github.tlsleak.bench.stats.Rounds;
import io.github.tlsleak.bench.table.Row;
import io.github.tlsleak.bench.table.Spread;
import io.github.tlsleak.bench.table.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The cost of following one session, compared with stack captures and Netty's detector, by depth.
 */
final class FollowSession implements Figure {
    private static final String OWN = "tlsleak";
    private static final String BARE = "bare Throwable";
    private static final String PARANOID = "Netty PARANOID";
    private static final String NOT_FOLLOWED = "not followed";
    private static final double PRECISION = 0.03;

    @Override
    public void measure(Setup setup, Table table) throws IOException {
        for (String depth : setup.quick ? List.of("60") : List.of("20", "60", "150")) {
            depth(setup, table, depth);
        }
    }

    private static void depth(Setup setup, Table table, String depth) throws IOException {
        Map<String, JmhRun> runs = runs(setup, depth);
        Rounds rounds = setup.effort.until(PRECISION);
        do {
            for (JmhRun run : runs.values()) {
                run.once(setup);
            }
        } while (rounds.more(ratio(runs, BARE)));
        String what = "following one session, depth " + depth;
        JmhRun bare = runs.get(NOT_FOLLOWED);
        table.add(
                row(
                        what,
                        Spread.number(Spread.of(bare.cpu()).median()) + " ns",
                        "+" + Spread.text(Interval.of(added(runs)), "ns"),
                        Spread.number(bare.bytes()) + " → " + bytes(runs.get(OWN)),
                        Interval.of(added(runs)),
                        Aim.NONE));
        for (String other : List.of(BARE, "bare StackWalker", PARANOID, "Netty SIMPLE")) {
            Interval ratio = ratio(runs, other);
            table.add(
                    row(
                            what + " ÷ " + other,
                            Spread.number(Spread.of(runs.get(other).cpu()).median()) + " ns",
                            Row.text(ratio),
                            bytes(runs.get(other)),
                            ratio,
                            depth.equals("60") ? aim(other) : Aim.NONE));
        }
    }

    private static Map<String, JmhRun> runs(Setup setup, String depth) {
        Map<String, String> at = Map.of("depth", depth);
        List<String> heap = List.of("-Xms512m", "-Xmx512m", "-XX:+UseParallelGC");
        Map<String, JmhRun> runs = new LinkedHashMap<>();
        runs.put(NOT_FOLLOWED, new JmhRun("Session.follow", 1, at, heap));
        runs.put(OWN, new JmhRun("Session.follow", 1, at, setup.withAgent(heap)));
        runs.put(BARE, new JmhRun("Session.throwable", 1, at, heap));
        runs.put("bare StackWalker", new JmhRun("Session.stackWalker", 1, at, heap));
        for (String level : List.of("PARANOID", "SIMPLE")) {
            Map<String, String> netty = Map.of("depth", depth, "level", level);
            runs.put("Netty " + level, new JmhRun("NettyDetector.follow", 1, netty, heap));
        }
        return runs;
    }

    private static Aim aim(String other) {
        return other.equals(BARE)
                ? Aim.atMost(1.4, "1.4")
                : other.equals(PARANOID) ? Aim.atMost(1, "1") : Aim.NONE;
    }

    /** The difference that following adds to the engine's own work, of each round. */
    private static List<Double> added(Map<String, JmhRun> runs) {
        List<Double> added = new ArrayList<>();
        for (int i = 0; i < runs.get(OWN).cpu().size(); i++) {
            added.add(runs.get(OWN).cpu().get(i) - runs.get(NOT_FOLLOWED).cpu().get(i));
        }
        return added;
    }

    private static Interval ratio(Map<String, JmhRun> runs, String other) {
        List<Double> logarithms = new ArrayList<>();
        for (int i = 0; i < added(runs).size(); i++) {
            logarithms.add(Math.log(added(runs).get(i) / runs.get(other).cpu().get(i)));
        }
        return Interval.ofRatios(logarithms);
    }

    private static String bytes(JmhRun run) {
        return Spread.number(run.bytes()) + " B";
    }

    private static Row row(
            String what,
            String without,
            String result,
            String allocation,
            Interval interval,
            Aim aim) {
        return new Row(
                what,
                without,
                "-",
                result,
                "-",
                "-",
                "-",
                allocation,
                Integer.toString(interval.rounds()),
                aim.text().isEmpty() ? "-" : aim.text(),
                aim.of(interval).toString());
    }
}
