package io.github.tlsleak.bench;

import io.github.tlsleak.bench.run.Followed;
import io.github.tlsleak.bench.run.PlayedTurns;
import io.github.tlsleak.bench.run.Player;
import io.github.tlsleak.bench.run.Setup;
import io.github.tlsleak.bench.stats.Interval;
import io.github.tlsleak.bench.stats.Rounds;
import io.github.tlsleak.bench.stats.TrimmedMean;
import io.github.tlsleak.bench.table.Row;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One program in two JVMs, without and with the agent. They take turns of some hundred
 * milliseconds, so that other load of the machine slows both. A round has two fresh JVMs and gives
 * one value of each figure. There are rounds until the intervals are narrow enough.
 */
final class Turns {
    private static final int TURNS = 24;

    /** The number of the whole process. */
    static final String PROCESS = "cpu";

    /** The number that the program's own threads have. */
    static final String APPLICATION = "application";

    private final List<PlayedTurns> without = new ArrayList<>();
    private final List<PlayedTurns> with = new ArrayList<>();
    private final Map<String, List<Double>> logarithms = new HashMap<>();

    private Turns() {}

    /** Runs a program that measures with {@code load.meter.Meter}. */
    static Turns run(Setup setup, Workload load) throws IOException {
        Turns turns = new Turns();
        Rounds rounds = setup.effort.until(setup.effort.precision());
        do {
            turns.round(setup, load);
        } while (rounds.more(turns.wider()));
        return turns;
    }

    private void round(Setup setup, Workload load) throws IOException {
        List<String> bare = load.options();
        List<String> agent = setup.withAgent(bare);
        // neither is always the first to start
        boolean swapped = without.size() % 2 == 1;
        try (Player first = start(setup, swapped ? agent : bare, load);
                Player second = start(setup, swapped ? bare : agent, load)) {
            play(swapped ? second : first, swapped ? first : second, setup.quick ? 2 : TURNS);
        }
        if (!setup.control) {
            Followed.check(setup, load.isLeaky());
        }
        progress();
    }

    private static Player start(Setup setup, List<String> options, Workload load)
            throws IOException {
        return Player.start(
                setup.dir,
                setup.command(
                        setup.homes.get(0), options, load.program(), load.arguments(setup.quick)));
    }

    private void play(Player bare, Player agent, int turns) throws IOException {
        bare.awaitReady();
        agent.awaitReady();
        PlayedTurns a = new PlayedTurns();
        PlayedTurns b = new PlayedTurns();
        for (int i = 0; i < turns; i++) {
            // A B B A, so that neither is always the first
            boolean swapped = i % 2 == 1;
            (swapped ? b : a).add((swapped ? agent : bare).turn());
            (swapped ? a : b).add((swapped ? bare : agent).turn());
        }
        without.add(a);
        with.add(b);
        // what happens now and then must be in it: over all turns
        double process = Math.log(a.mean(PROCESS) / b.mean(PROCESS));
        if (!Double.isFinite(process)) {
            throw new IOException("no CPU time in " + a + ", " + b);
        }
        add(PROCESS, process);
        add("elapsed", robust(a, b, "elapsed"));
        add(APPLICATION, robust(a, b, APPLICATION));
        add("instructions", robust(a, b, "instructions"));
    }

    /** The mean of the turns' logarithms, without those far off. */
    private static double robust(PlayedTurns a, PlayedTurns b, String number) {
        List<Double> each = new ArrayList<>();
        for (int i = 0; i < a.size(); i++) {
            each.add(Math.log(a.at(i, number) / b.at(i, number)));
        }
        return TrimmedMean.of(each);
    }

    private void add(String number, double logarithm) {
        if (Double.isFinite(logarithm)) {
            logarithms.computeIfAbsent(number, key -> new ArrayList<>()).add(logarithm);
        }
    }

    private void progress() {
        System.err.printf(
                "    round %d: application %s, process %s, elapsed %s%n",
                rounds(),
                Row.text(ratio(APPLICATION)),
                Row.text(ratio(PROCESS)),
                Row.text(ratio("elapsed")));
    }

    /** The wider interval of both figures that are judged. */
    private Interval wider() {
        Interval process = ratio(PROCESS);
        Interval application = ratio(APPLICATION);
        return application.halfWidth() > process.halfWidth() ? application : process;
    }

    int rounds() {
        return with.size();
    }

    /** What an operation takes without the agent, the mean of all rounds. NaN if not counted. */
    double without(String number) {
        return without.stream().mapToDouble(side -> side.mean(number)).average().orElse(Double.NaN);
    }

    /** The same with the agent. */
    double with(String number) {
        return with.stream().mapToDouble(side -> side.mean(number)).average().orElse(Double.NaN);
    }

    /** Without ÷ with: as many operations the same CPU time does with the agent. */
    Interval ratio(String number) {
        return Interval.ofRatios(logarithms.getOrDefault(number, List.of()));
    }
}
