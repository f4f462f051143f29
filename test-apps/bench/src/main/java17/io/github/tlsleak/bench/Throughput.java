package io.github.tlsleak.bench;

import io.github.tlsleak.bench.run.Instructions;
import io.github.tlsleak.bench.run.Jdk;
import io.github.tlsleak.bench.run.Setup;
import io.github.tlsleak.bench.stats.Aim;
import io.github.tlsleak.bench.stats.Interval;
import io.github.tlsleak.bench.stats.Verdict;
import io.github.tlsleak.bench.table.Row;
import io.github.tlsleak.bench.table.Spread;
import io.github.tlsleak.bench.table.Table;
import java.io.IOException;
import java.util.List;

/** What the same CPU time does with the agent ÷ without it, one row a workload. */
final class Throughput implements Figure {
    private final List<Workload> loads;
    private final boolean control;

    Throughput(List<Workload> loads) {
        this(loads, false);
    }

    /**
     * @param loads in a quick run only the first one is played
     * @param control whether there is no agent on either side
     */
    Throughput(List<Workload> loads, boolean control) {
        this.loads = loads;
        this.control = control;
    }

    @Override
    public void measure(Setup setup, Table table) throws IOException {
        for (Workload load : setup.quick ? loads.subList(0, 1) : loads) {
            if (table.hasFromBefore(load.what())) {
                continue;
            }
            if (Jdk.release(setup.homes.get(0)) < load.release()) {
                table.addMissing(load.what(), "needs Java " + load.release());
                continue;
            }
            try {
                Turns turns = Turns.run(control ? setup.asControl() : setup, load);
                table.add(row(load, turns));
            } catch (IOException | RuntimeException e) {
                table.addFailed(load.what(), e);
            }
        }
    }

    private static Row row(Workload load, Turns turns) {
        Interval application = turns.ratio(Turns.APPLICATION);
        Interval process = turns.ratio(Turns.PROCESS);
        String whole = Row.text(process);
        if (Instructions.areCounted()) {
            whole += "; instructions " + Row.text(turns.ratio("instructions"));
        }
        return new Row(
                load.what(),
                micros(turns.without(Turns.PROCESS)),
                Row.text(application),
                whole,
                both(
                        turns.without("c1") + turns.without("c2"),
                        turns.with("c1") + turns.with("c2")),
                both(turns.without("collector"), turns.with("collector")),
                micros(turns.with("agent")),
                bytes(turns.without("allocated"), turns.with("allocated")),
                Integer.toString(turns.rounds()),
                load.aim().text().isEmpty() ? "-" : load.aim().text(),
                verdict(load.aim(), application, process));
    }

    /** Both verdicts, where they differ. */
    static String verdict(Aim aim, Interval application, Interval process) {
        Verdict all = aim.of(process);
        Verdict threads = application.rounds() == 0 ? all : aim.of(application);
        return threads == all
                ? all.toString()
                : "process " + all + ", application threads " + threads;
    }

    private static String both(double without, double with) {
        return Double.isNaN(with) ? "not counted" : micros(without) + " → " + micros(with);
    }

    private static String micros(double nanos) {
        return Double.isNaN(nanos) ? "not counted" : Spread.number(nanos / 1000) + " us";
    }

    private static String bytes(double without, double with) {
        return Double.isNaN(with)
                ? "not counted"
                : Spread.number(without) + " → " + Spread.number(with) + " B";
    }
}
