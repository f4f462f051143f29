package io.github.tlsleak.it.harness;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tlsleak.it.matrix.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The findings of a run, as text that can be compared. */
public final class Findings {

    private Findings() {}

    /** How often the summary counts a verdict. */
    public static int count(JsonNode summary, String verdict) {
        return verdict.equals("OPEN")
                ? summary.path("open").asInt()
                : summary.path("verdicts").path(verdict).asInt();
    }

    /** The summary's counts by verdict. */
    public static Map<String, Integer> counts(JsonNode summary) {
        Map<String, Integer> counts = new TreeMap<>();
        summary.path("verdicts")
                .fields()
                .forEachRemaining(e -> counts.put(e.getKey(), e.getValue().asInt()));
        return counts;
    }

    /** How many findings are expected. */
    public static int number(Stream<Scenario.Expected> expected) {
        return expected.mapToInt(Scenario.Expected::times).sum();
    }

    /** Removes from a finding the role that an expectation leaves out. */
    public static List<Scenario.Expected> comparable(
            List<Scenario.Expected> found, List<Scenario.Expected> expected) {
        List<Scenario.Expected> result = new ArrayList<>();
        for (Scenario.Expected f : found) {
            boolean anyRole = expected.stream().anyMatch(e -> e.role().isEmpty() && same(e, f));
            String role = anyRole ? "" : f.role();
            result.add(
                    new Scenario.Expected(
                            f.verdict(), f.severity(), f.resource(), role, f.times()));
        }
        return result;
    }

    private static boolean same(Scenario.Expected a, Scenario.Expected b) {
        return a.verdict().equals(b.verdict()) && a.resource().equals(b.resource());
    }

    public static String inWords(List<Scenario.Expected> findings) {
        List<String> words = new ArrayList<>();
        for (Scenario.Expected f : findings) {
            words.add(f.verdict() + " " + f.severity() + (f.times() > 1 ? " x" + f.times() : ""));
        }
        return words.isEmpty() ? "none" : String.join(", ", words);
    }
}
