package io.github.tlsleak.bench;

import io.github.tlsleak.bench.run.Pairs;
import io.github.tlsleak.bench.run.Setup;
import io.github.tlsleak.bench.stats.Aim;
import io.github.tlsleak.bench.table.Table;
import java.io.IOException;
import java.util.List;

/**
 * Threads that open and close sessions at once: CPU time and waits a session, by number of threads.
 */
final class Contention implements Figure {

    @Override
    public void measure(Setup setup, Table table) throws IOException {
        List<Integer> counts = setup.quick ? List.of(1, 64) : List.of(1, 2, 4, 8, 16, 32, 64);
        for (int threads : counts) {
            Pairs pairs =
                    Pairs.run(
                            setup,
                            setup.rounds(5),
                            List.of("-Xms1g", "-Xmx1g", "-XX:+UseParallelGC"),
                            "Scaling",
                            setup.quick ? 300 : 3000,
                            setup.quick ? 300 : 3000,
                            threads);
            String name = "sessions of " + threads + " threads at once: ";
            table.add(
                    name + "ns of CPU, added",
                    pairs.without("cpu"),
                    pairs.with("cpu"),
                    pairs.each("cpu", (without, with) -> with - without),
                    "ns",
                    Aim.NONE);
            table.add(
                    name + "1 000 a second",
                    1e6 / pairs.without("elapsed"),
                    1e6 / pairs.with("elapsed"),
                    pairs.each("elapsed", (without, with) -> without / with),
                    "",
                    Aim.NONE);
            table.add(
                    name + "waits in a million",
                    pairs.without("blocked"),
                    pairs.with("blocked"),
                    pairs.each("blocked", (without, with) -> with),
                    "",
                    Aim.atMost(0, "0"));
        }
    }
}
