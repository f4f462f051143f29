package io.github.tlsleak.bench.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The numbers of all turns of one JVM. Not thread-safe. */
public final class PlayedTurns {
    private static final String OPERATIONS = "operations";

    private final List<Map<String, Double>> turns = new ArrayList<>();

    /**
     * Adds a turn.
     *
     * @param numbers {@code operations}, and what they used together
     */
    public void add(Map<String, Double> numbers) {
        turns.add(numbers);
    }

    public int size() {
        return turns.size();
    }

    /** What an operation used, over all turns. NaN if it was not counted. */
    public double mean(String number) {
        double sum = 0;
        double operations = 0;
        for (Map<String, Double> turn : turns) {
            sum += turn.getOrDefault(number, Double.NaN);
            operations += turn.get(OPERATIONS);
        }
        return sum / operations;
    }

    /** What an operation of one turn used. NaN if it was not counted. */
    public double at(int turn, String number) {
        Map<String, Double> numbers = turns.get(turn);
        return numbers.getOrDefault(number, Double.NaN) / numbers.get(OPERATIONS);
    }

    @Override
    public String toString() {
        return turns.toString();
    }
}
