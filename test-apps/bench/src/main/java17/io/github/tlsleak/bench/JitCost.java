package io.github.tlsleak.bench;

import io.github.tlsleak.bench.run.Jdk;
import io.github.tlsleak.bench.run.Pairs;
import io.github.tlsleak.bench.run.Setup;
import io.github.tlsleak.bench.stats.Aim;
import io.github.tlsleak.bench.stats.Interval;
import io.github.tlsleak.bench.stats.Rounds;
import io.github.tlsleak.bench.table.Row;
import io.github.tlsleak.bench.table.Spread;
import io.github.tlsleak.bench.table.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What the JIT compilers pay for the code that the hooks add: CPU time of their threads from the
 * start of a JVM, for a fixed number of requests on connections of their own, until nothing more
 * waits to be compiled. With ÷ without the agent.
 */
final class JitCost implements Figure {
    private static final int REQUESTS = 4000;
    private static final double PRECISION = 0.01;
    private static final Aim AIM = Aim.atMost(1.03, "1.03 (C2)");

    private final String server;

    JitCost(String server) {
        this.server = server;
    }

    @Override
    public void measure(Setup setup, Table table) throws IOException {
        Workload load = Workloads.closedRequests(server);
        int requests = setup.quick ? 50 : REQUESTS;
        String what =
                String.format(
                        "compilers, cold start and %s x %s", Spread.number(requests), load.what());
        if (table.hasFromBefore(what)) {
            return;
        }
        if (Jdk.release(setup.homes.get(0)) < load.release()) {
            table.addMissing(what, "needs Java " + load.release());
            return;
        }
        List<String> options = new ArrayList<>(load.options());
        options.set(0, "-Dbench.cold=" + requests);
        Pairs pairs = new Pairs(setup, options, load.program(), load.arguments(setup.quick));
        Rounds rounds = setup.effort.until(PRECISION);
        do {
            pairs.once();
            if (!pairs.has("c2")) {
                table.addMissing(what, "not counted here");
                return;
            }
            System.err.println(
                    "    round " + pairs.rounds() + ": C2 " + Row.text(pairs.growth("c2")));
        } while (rounds.more(pairs.growth("c2")));
        table.add(row(what, pairs));
    }

    private static Row row(String what, Pairs pairs) {
        Interval c2 = pairs.growth("c2");
        String compilers = "C2 " + Row.text(c2) + ", C1 " + Row.text(pairs.growth("c1"));
        return new Row(
                what,
                "C2 " + seconds(pairs.without("c2")) + ", C1 " + seconds(pairs.without("c1")),
                cost(pairs, "application"),
                cost(pairs, Turns.PROCESS),
                "cost " + compilers,
                seconds(pairs.without("collector")) + " → " + seconds(pairs.with("collector")),
                seconds(pairs.with("agent")),
                "-",
                Integer.toString(pairs.rounds()),
                AIM.text(),
                AIM.of(c2).toString());
    }

    /** A cost grows where the other rows' ratios fall. */
    private static String cost(Pairs pairs, String number) {
        return "cost " + Row.text(pairs.growth(number));
    }

    private static String seconds(double nanos) {
        return String.format(Locale.ROOT, "%.2f s", nanos / 1e9);
    }
}
