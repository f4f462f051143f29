package io.github.tlsleak.bench;

import io.github.tlsleak.bench.run.Jdk;
import io.github.tlsleak.bench.run.Setup;
import io.github.tlsleak.bench.stats.Aim;
import io.github.tlsleak.bench.stats.Interval;
import io.github.tlsleak.bench.stats.Rounds;
import io.github.tlsleak.bench.table.Row;
import io.github.tlsleak.bench.table.Spread;
import io.github.tlsleak.bench.table.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The time that agents add to the start of a program: milliseconds of CPU time (user and system),
 * and wall time.
 */
final class StartUp implements Figure {
    private static final double PRECISION_MILLIS = 10;
    private static final String WITH_TLS = "WithTls";

    /** Of the excess over it. */
    private static final Aim TWICE = Aim.atMost(0, "twice the empty agent");

    @Override
    public void measure(Setup setup, Table table) throws IOException {
        for (Path home : setup.homes) {
            Map<String, List<String>> agents = PeerAgents.of(setup, Jdk.release(home));
            for (String program : List.of("WithoutTls", WITH_TLS)) {
                measure(setup, table, home, new StartUpRuns(setup, home, program, agents));
            }
        }
    }

    private static void measure(Setup setup, Table table, Path home, StartUpRuns runs)
            throws IOException {
        if (!setup.quick) {
            // reads files that are not cached yet
            runs.warmUp();
        }
        Rounds rounds = setup.effort.until(PRECISION_MILLIS);
        do {
            runs.round();
        } while (rounds.more(runs.addedCpu(PeerAgents.OWN)));
        boolean with = runs.program().equals(WITH_TLS);
        String start = "start of a program " + (with ? "with TLS" : "without TLS") + ", JDK ";
        for (String agent : runs.agents()) {
            String what = start + Jdk.release(home) + ", " + agent + ", added ms of ";
            Aim aim = agent.equals(PeerAgents.OWN) ? aim(with) : Aim.NONE;
            Interval cpu = runs.addedCpu(agent);
            // the aim without TLS is twice what the empty agent adds in the same round
            Interval judged = aim == TWICE ? runs.excess(agent, 2, PeerAgents.EMPTY) : cpu;
            add(table, what + "CPU", runs.bareCpu(), cpu, aim, judged);
            add(table, what + "wall time", runs.bareWall(), runs.addedWall(agent), Aim.NONE, cpu);
        }
    }

    private static Aim aim(boolean withTls) {
        return withTls ? Aim.atMost(200, "200 ms") : TWICE;
    }

    private static void add(
            Table table, String what, double bare, Interval added, Aim aim, Interval judged)
            throws IOException {
        table.add(
                Row.of(
                        what,
                        Spread.number(bare) + " ms",
                        Spread.text(added, "ms"),
                        added.rounds(),
                        aim.text(),
                        aim.of(judged).toString()));
    }
}
