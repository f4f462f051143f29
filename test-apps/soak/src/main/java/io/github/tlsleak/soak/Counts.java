package io.github.tlsleak.soak;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many findings there are: of each method and verdict, of each severity, and leaks by verdict.
 * Immutable.
 *
 * @param sites by {@code METHOD VERDICT}
 * @param severities by {@code leak}, {@code defect}, {@code notice}, {@code known}, {@code
 *     suppressed}
 * @param leaks by verdict
 */
record Counts(Map<String, Long> sites, Map<String, Long> severities, Map<String, Long> leaks) {

    static final Counts NONE = new Counts(Map.of(), Map.of(), Map.of());

    private static final String APPS = "io.github.tlsleak.apps.soak.";

    /** Reads what the program says: {@code METHOD VERDICT SEVERITY COUNT ...}. */
    static Counts planted(String text) {
        Counts counts = new Counts(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
        String[] words = text.isEmpty() ? new String[0] : text.split(" ");
        for (int i = 0; i + 3 < words.length; i += 4) {
            long count = Long.parseLong(words[i + 3]);
            add(counts.sites, words[i] + ' ' + words[i + 1], count);
            add(counts.severities, words[i + 2], count);
            if (words[i + 2].equals("leak")) {
                add(counts.leaks, words[i + 1], count);
            }
        }
        return counts;
    }

    /** Reads the sites of {@code dump --format json}, and its sums. */
    static Counts ofDump(JsonNode dump) {
        Counts counts = ofSums(dump);
        for (JsonNode site : dump.path("sites")) {
            String method = method(site);
            site.path("verdicts")
                    .properties()
                    .forEach(
                            e ->
                                    add(
                                            counts.sites,
                                            method + ' ' + e.getKey(),
                                            e.getValue().asLong()));
        }
        return counts;
    }

    /** Reads the sums of a dump or of the summary in a report. */
    static Counts ofSums(JsonNode json) {
        Counts counts = new Counts(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
        json.path("leaks")
                .properties()
                .forEach(e -> add(counts.leaks, e.getKey(), e.getValue().asLong()));
        long leaks = counts.leaks.values().stream().mapToLong(Long::longValue).sum();
        add(counts.severities, "leak", leaks);
        add(counts.severities, "defect", json.path("defects").asLong());
        add(counts.severities, "notice", json.path("notices").asLong());
        add(counts.severities, "known", json.path("known").asLong());
        add(counts.severities, "suppressed", json.path("suppressed").asLong());
        return counts;
    }

    /** The method that a line blames; without its package if it is one of the program's. */
    static String method(JsonNode line) {
        String frame = line.path("frame").asText(line.path("headline").asText("?"));
        String method = frame.replaceAll("\\(.*", "");
        return method.startsWith(APPS) ? method.substring(APPS.length()) : method;
    }

    /** A count of 0 is no entry. */
    static void add(Map<String, Long> counts, String name, long count) {
        long sum = counts.getOrDefault(name, 0L) + count;
        if (sum == 0) {
            counts.remove(name);
        } else {
            counts.put(name, sum);
        }
    }

    Counts plus(Counts other) {
        return combined(other, 1);
    }

    Counts minus(Counts other) {
        return combined(other, -1);
    }

    private Counts combined(Counts other, int sign) {
        return new Counts(
                combined(sites, other.sites, sign),
                combined(severities, other.severities, sign),
                combined(leaks, other.leaks, sign));
    }

    private static Map<String, Long> combined(
            Map<String, Long> one, Map<String, Long> other, int sign) {
        Map<String, Long> sum = new TreeMap<>(one);
        other.forEach((name, count) -> add(sum, name, sign * count));
        return sum;
    }

    /** Whether there are findings, and all of them are excused as known behaviours of libraries. */
    boolean isKnownOnly() {
        long known = severities.getOrDefault("known", 0L);
        return known > 0
                && known == number()
                && severities.size() == 1
                && leaks.isEmpty()
                && sites.values().stream().allMatch(count -> count > 0)
                && sites.keySet().stream().noneMatch(site -> site.matches("\\w+\\.\\w+ .*"));
    }

    /** All findings. */
    long number() {
        return sites.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * What one map has more or less than the other: {@code +2 A, -1 B}; empty if they are equal.
     */
    static String difference(Map<String, Long> expected, Map<String, Long> actual) {
        StringBuilder text = new StringBuilder();
        combined(actual, expected, -1)
                .forEach(
                        (name, count) ->
                                text.append(text.isEmpty() ? "" : ", ")
                                        .append(count > 0 ? "+" : "")
                                        .append(count)
                                        .append(' ')
                                        .append(name));
        return text.toString();
    }
}
