package io.github.tlsleak.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One program in two JVMs, without and with the agent. They take turns of some hundred
 * milliseconds, so that other load of the machine slows both. Each round has two fresh JVMs and
 * gives the median of its turns.
 */
final class Turns {
    private static final int TURNS = 24;

    private final Map<String, List<Double>> without = new HashMap<>();
    private final Map<String, List<Double>> with = new HashMap<>();
    private final Map<String, List<Double>> ratios = new HashMap<>();

    private Turns() {}

    /**
     * Runs a program that measures with {@code load.Meter}.
     *
     * @param setup where and how long
     * @param rounds of two JVMs
     * @param options of all JVMs
     * @param program a class of {@code load}
     * @param arguments arguments of the program
     * @return what it printed
     */
    static Turns run(
            Setup setup, int rounds, List<String> options, String program, Object... arguments)
            throws IOException {
        List<String> bare = new ArrayList<>(options);
        bare.add("-Dbench.turns=true");
        List<String> agent = new ArrayList<>(bare);
        agent.add(setup.tlsleak());
        Turns turns = new Turns();
        for (int round = 0; round < rounds; round++) {
            try (Player a = start(setup, bare, program, arguments);
                    Player b = start(setup, agent, program, arguments)) {
                turns.round(a, b, setup.quick ? 2 : TURNS);
            }
            Followed.check(setup, List.of(arguments).contains("leaky"));
        }
        return turns;
    }

    private static Player start(
            Setup setup, List<String> options, String program, Object... arguments)
            throws IOException {
        return Player.start(
                setup.dir, setup.command(setup.homes.get(0), options, program, arguments));
    }

    private void round(Player bare, Player agent, int turns) throws IOException {
        bare.awaitReady();
        agent.awaitReady();
        Map<String, List<Double>> each = new HashMap<>();
        for (int i = 0; i < turns; i++) {
            // A B B A, so that neither is always the first
            boolean swapped = i % 2 == 1;
            Map<String, Double> early = swapped ? agent.turn() : null;
            Map<String, Double> a = bare.turn();
            Map<String, Double> b = swapped ? early : agent.turn();
            for (String number : a.keySet()) {
                add(without, number, a.get(number));
                add(with, number, b.get(number));
                add(each, number, a.get(number) / b.get(number));
            }
        }
        each.forEach((number, values) -> add(ratios, number, Spread.of(values).median()));
    }

    private static void add(Map<String, List<Double>> to, String number, double value) {
        to.computeIfAbsent(number, key -> new ArrayList<>()).add(value);
    }

    double without(String number) {
        return Spread.of(without.get(number)).median();
    }

    double with(String number) {
        return Spread.of(with.get(number)).median();
    }

    /** Without ÷ with, the median of each round. */
    Spread ratios(String number) {
        return Spread.of(ratios.get(number));
    }
}
