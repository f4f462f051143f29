package io.github.tlsleak.data;

import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The numbers in the answers to the page's queries on a made-up fleet, under the same names as
 * those of {@link ExpectedNumbers}. Used by one thread.
 */
public final class AnswerNumbers {

    private final SortedMap<String, Long> numbers = new TreeMap<>();
    private String query = "";

    private AnswerNumbers() {}

    /**
     * Reads answers.
     *
     * @param answers those of {@link Samples#answers}, with an empty line between them
     */
    public static SortedMap<String, Long> of(String answers) {
        AnswerNumbers read = new AnswerNumbers();
        for (String line : answers.split("\n")) {
            if (line.startsWith("  ")) {
                read.row(Arrays.asList(line.substring(2).split(" \\| ")));
            } else if (!line.isEmpty()) {
                read.query = line;
            }
        }
        return read.numbers;
    }

    private void row(List<String> row) {
        switch (query) {
            case "sites" -> {
                put(row.get(0) + " leaks", row.get(2));
                put(row.get(0) + " findings", row.get(3));
                put(row.get(0) + " jvms", row.get(4));
            }
            case "shared-sites" -> put(row.get(0), row.get(4));
            case "new-sites-since" -> put(row.get(0), row.get(3));
            case "new-sites-of-version" -> put(row.get(2), row.get(5));
            case "leaks-by-day-and-service" -> put(row.get(1), row.get(2));
            case "peers-not-told" -> {
                put("sessions", row.get(1));
                put("leaks", row.get(2));
            }
            case "totals" -> put(row.get(0) + ' ' + row.get(1), row.get(2));
            case "not-counted" -> put(row.get(0) + ' ' + row.get(1), row.get(2));
            // how many rows
            case "growth", "jvms-without-summary" -> put("rows", "1");
            case "peers-without-close-notify" -> numbers.put(name(row.get(0).split(":")[0]), 1L);
            default -> throw new AssertionError("nothing is expected of " + query);
        }
    }

    private void put(String name, String number) {
        numbers.merge(name(name), Long.valueOf(number), Long::sum);
    }

    private String name(String name) {
        return query + ' ' + name;
    }
}
