package io.github.tlsleak.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleBiFunction;

/** Runs of one program without and with the agent, in turn, each in a fresh JVM. */
final class Pairs {
    private final List<Child> without = new ArrayList<>();
    private final List<Child> with = new ArrayList<>();

    private Pairs() {}

    /**
     * Runs a program.
     *
     * @param setup where and how long
     * @param rounds of both
     * @param options of all its JVMs
     * @param program a class of {@code load}
     * @param arguments arguments of the program
     * @return what it printed
     */
    static Pairs run(
            Setup setup, int rounds, List<String> options, String program, Object... arguments)
            throws IOException {
        Pairs pairs = new Pairs();
        List<String> agent = new ArrayList<>(options);
        agent.add(setup.tlsleak());
        for (int round = 0; round < rounds; round++) {
            // A B B A, so that neither is always the first in a round
            boolean swapped = round % 2 == 1;
            for (int i = 0; i < 2; i++) {
                boolean bare = (i == 0) != swapped;
                Child child = setup.run(bare ? options : agent, program, arguments);
                if (!bare) {
                    Followed.check(setup, List.of(arguments).contains("leaky"));
                }
                (bare ? pairs.without : pairs.with).add(child);
            }
        }
        return pairs;
    }

    double without(String name) {
        return Spread.of(without.stream().map(child -> child.get(name)).toList()).median();
    }

    double with(String name) {
        return Spread.of(with.stream().map(child -> child.get(name)).toList()).median();
    }

    /** One number of each round, computed from the run without the agent and the run with it. */
    Spread each(String name, ToDoubleBiFunction<Double, Double> number) {
        List<Double> each = new ArrayList<>();
        for (int i = 0; i < without.size(); i++) {
            each.add(number.applyAsDouble(without.get(i).get(name), with.get(i).get(name)));
        }
        return Spread.of(each);
    }
}
