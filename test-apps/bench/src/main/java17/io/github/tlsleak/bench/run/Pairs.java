package io.github.tlsleak.bench.run;

import io.github.tlsleak.bench.stats.Interval;
import io.github.tlsleak.bench.table.Spread;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleBiFunction;

/** Runs of one program without and with the agent, in turn, each in a fresh JVM. */
public final class Pairs {
    private final Setup setup;
    private final List<String> options;
    private final String program;
    private final Object[] arguments;
    private final List<Child> without = new ArrayList<>();
    private final List<Child> with = new ArrayList<>();

    /**
     * @param setup where and how long
     * @param options of all its JVMs
     * @param program a class of {@code load}
     * @param arguments arguments of the program
     */
    public Pairs(Setup setup, List<String> options, String program, Object... arguments) {
        this.setup = setup;
        this.options = options;
        this.program = program;
        this.arguments = arguments;
    }

    /** Runs a program so many times, without and with the agent. */
    public static Pairs run(
            Setup setup, int rounds, List<String> options, String program, Object... arguments)
            throws IOException {
        Pairs pairs = new Pairs(setup, options, program, arguments);
        for (int round = 0; round < rounds; round++) {
            pairs.once();
        }
        return pairs;
    }

    /** One round. */
    public void once() throws IOException {
        List<String> agent = setup.withAgent(options);
        // A B B A, so that neither is always the first in a round
        boolean swapped = with.size() % 2 == 1;
        for (int i = 0; i < 2; i++) {
            boolean bare = (i == 0) != swapped;
            Child child = setup.run(bare ? options : agent, program, arguments);
            if (!bare && !setup.control) {
                Followed.check(setup, List.of(arguments).contains("leaky"));
            }
            (bare ? without : with).add(child);
        }
    }

    public int rounds() {
        return with.size();
    }

    public boolean has(String name) {
        return with.get(0).has(name);
    }

    public double without(String name) {
        return Spread.of(without.stream().map(child -> child.get(name)).toList()).median();
    }

    public double with(String name) {
        return Spread.of(with.stream().map(child -> child.get(name)).toList()).median();
    }

    /** With ÷ without: the interval of the rounds. */
    public Interval growth(String name) {
        List<Double> logarithms = new ArrayList<>();
        for (int i = 0; i < with.size(); i++) {
            logarithms.add(Math.log(with.get(i).get(name) / without.get(i).get(name)));
        }
        return Interval.ofRatios(logarithms);
    }

    /** One number of each round, computed from the run without the agent and the run with it. */
    public Spread each(String name, ToDoubleBiFunction<Double, Double> number) {
        List<Double> each = new ArrayList<>();
        for (int i = 0; i < without.size(); i++) {
            each.add(number.applyAsDouble(without.get(i).get(name), with.get(i).get(name)));
        }
        return Spread.of(each);
    }
}
