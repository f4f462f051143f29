package io.github.tlsleak.bench;

import io.github.tlsleak.bench.run.Setup;
import io.github.tlsleak.bench.stats.Aim;
import io.github.tlsleak.bench.table.Spread;
import io.github.tlsleak.bench.table.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** CPU time of one look at all live sessions, which the agent's one thread takes. */
final class LookTime implements Figure {
    private static final int SITES = 100;
    private static final int LOOKS = 3;

    @Override
    public void measure(Setup setup, Table table) throws IOException {
        int sessions = setup.quick ? 50_000 : 1_000_000;
        // short, so that looks come soon: what a look does is the same
        String agent = setup.tlsleak() + ",stuck=4s";
        List<String> options = List.of(agent, "-Xmx2g", "-XX:+UseParallelGC");
        List<Double> looks = new ArrayList<>();
        for (int round = 0; round < setup.rounds(3); round++) {
            looks.add(setup.run(options, "LooksAtSessions", sessions, SITES, LOOKS).get("look"));
        }
        String what = "one look at " + Spread.number(sessions) + " live sessions: s of CPU";
        table.add(what, Double.NaN, Double.NaN, Spread.of(looks), "s", Aim.atMost(1, "1 s"));
    }
}
