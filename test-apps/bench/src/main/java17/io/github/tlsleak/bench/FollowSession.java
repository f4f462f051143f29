package io.github.tlsleak.bench;

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
    private static final String BARE = "throwable";

    @Override
    public void measure(Setup setup, Table table) throws IOException {
        for (String depth : setup.quick ? List.of("60") : List.of("20", "60", "150")) {
            depth(setup, table, depth);
        }
    }

    private static void depth(Setup setup, Table table, String depth) throws IOException {
        Map<String, JmhRun> runs = new LinkedHashMap<>();
        Map<String, String> at = Map.of("depth", depth);
        List<String> heap = List.of("-Xms512m", "-Xmx512m", "-XX:+UseParallelGC");
        List<String> agent = new ArrayList<>(heap);
        agent.add(setup.tlsleak());
        runs.put("not followed", new JmhRun("Session.follow", 1, at, heap));
        runs.put(OWN, new JmhRun("Session.follow", 1, at, agent));
        runs.put(BARE, new JmhRun("Session.throwable", 1, at, heap));
        runs.put("StackWalker", new JmhRun("Session.stackWalker", 1, at, heap));
        for (String level : List.of("PARANOID", "SIMPLE")) {
            Map<String, String> netty = Map.of("depth", depth, "level", level);
            runs.put("Netty " + level, new JmhRun("NettyDetector.follow", 1, netty, heap));
        }
        for (int round = 0; round < setup.rounds(5); round++) {
            for (JmhRun run : runs.values()) {
                run.once(setup);
            }
        }
        List<Double> own = added(runs.get(OWN), runs.get("not followed"));
        for (Map.Entry<String, JmhRun> run : runs.entrySet()) {
            row(table, depth, run.getKey(), run.getValue(), own);
        }
    }

    /** The difference that following adds to the engine's own work. */
    private static List<Double> added(JmhRun with, JmhRun without) {
        List<Double> added = new ArrayList<>();
        for (int i = 0; i < with.cpu().size(); i++) {
            added.add(with.cpu().get(i) - without.cpu().get(i));
        }
        return added;
    }

    private static void row(Table table, String depth, String name, JmhRun run, List<Double> own) {
        double cpu = Spread.of(run.cpu()).median();
        String what = String.format("session, depth %s, %s: ns of CPU, B", depth, name);
        if (name.equals("not followed") || name.equals(OWN)) {
            table.add(what, run.bytes(), cpu, Spread.of(run.cpu()), "ns", "");
            return;
        }
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < own.size(); i++) {
            ratios.add(own.get(i) / run.cpu().get(i));
        }
        String target = "";
        if (depth.equals("60")) {
            target = name.startsWith("Netty P") ? "< 1" : name.equals(BARE) ? "<= 1.5" : "";
        }
        table.add(what + ", tlsleak ÷ it", run.bytes(), cpu, Spread.of(ratios), "", target);
    }
}
