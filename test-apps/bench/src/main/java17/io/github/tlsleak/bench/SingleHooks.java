package io.github.tlsleak.bench;

import io.github.tlsleak.bench.run.Setup;
import io.github.tlsleak.bench.stats.Aim;
import io.github.tlsleak.bench.table.Spread;
import io.github.tlsleak.bench.table.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The cost of one hook and of following one session, by number of threads. */
final class SingleHooks implements Figure {
    private static final List<String> HEAP = List.of("-Xms512m", "-Xmx512m", "-XX:+UseParallelGC");

    @Override
    public void measure(Setup setup, Table table) throws IOException {
        List<Integer> threads = setup.quick ? List.of(2) : List.of(1, 2, 4, 8);
        for (String benchmark : List.of("Hooks.wrap", "Hooks.lookup", "Session.follow")) {
            for (int count : threads) {
                row(setup, table, benchmark, count);
            }
        }
    }

    private static void row(Setup setup, Table table, String benchmark, int threads)
            throws IOException {
        List<String> agent = new ArrayList<>(HEAP);
        agent.add(setup.tlsleak());
        JmhRun without = new JmhRun(benchmark, threads, Map.of(), HEAP);
        JmhRun with = new JmhRun(benchmark, threads, Map.of(), agent);
        for (int round = 0; round < setup.rounds(3); round++) {
            without.once(setup);
            with.once(setup);
        }
        List<Double> added = new ArrayList<>();
        for (int i = 0; i < with.cpu().size(); i++) {
            added.add(with.cpu().get(i) - without.cpu().get(i));
        }
        table.add(
                String.format("%s, %d threads: ns of CPU, added", benchmark, threads),
                Spread.of(without.cpu()).median(),
                Spread.of(with.cpu()).median(),
                Spread.of(added),
                "ns",
                Aim.NONE);
    }
}
