package io.github.tlsleak.bench;

import io.github.tlsleak.bench.run.Pairs;
import io.github.tlsleak.bench.run.Setup;
import io.github.tlsleak.bench.stats.Aim;
import io.github.tlsleak.bench.table.Spread;
import io.github.tlsleak.bench.table.Table;
import java.io.IOException;
import java.util.List;

/**
 * The heap that remains after sessions were opened and closed, and the heap of a full table of
 * sites.
 */
final class ChurnMemory implements Figure {
    private static final int BOUND = 10_000;

    @Override
    public void measure(Setup setup, Table table) throws IOException {
        int sessions = setup.quick ? 50_000 : 10_000_000;
        String churned = "heap after " + Spread.number(sessions) + " sessions churned: MB more";
        row(setup, table, churned, sessions, 100, Aim.atMost(1, "1 MB"));
        // more sites than the table holds; in a full run each site comes often
        int sites = (setup.quick ? 11 : 20) * BOUND / 10;
        String full = "heap with the table of sites full, 22 frames a site: MB more";
        row(setup, table, full, setup.quick ? sites : 10 * sites, sites, Aim.NONE);
    }

    private static void row(Setup setup, Table table, String what, int sessions, int sites, Aim aim)
            throws IOException {
        List<String> heap = List.of("-Xmx512m", "-XX:+UseParallelGC");
        Pairs pairs = Pairs.run(setup, setup.rounds(1), heap, "ChurnedSessions", sessions, sites);
        table.add(
                what,
                pairs.without("after") - pairs.without("before"),
                pairs.with("after") - pairs.with("before"),
                // the agent's share of the remaining heap
                Spread.of(
                        pairs.with("after")
                                - pairs.with("before")
                                - pairs.without("after")
                                + pairs.without("before")),
                "MB",
                aim);
    }
}
