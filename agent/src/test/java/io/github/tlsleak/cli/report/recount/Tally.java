package io.github.tlsleak.cli.report.recount;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How often each of some texts came. Used by one thread. */
final class Tally {

    private final Map<String, Long> counts = new TreeMap<>();

    void add(String text) {
        if (!text.isEmpty()) {
            counts.merge(text, 1L, Long::sum);
        }
    }

    long of(String text) {
        return counts.getOrDefault(text, 0L);
    }

    long sum() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    Map<String, Long> all() {
        return counts;
    }

    /** The texts, the most frequent first, then by the alphabet. */
    List<String> byCount() {
        return counts.keySet().stream()
                .sorted(
                        Comparator.comparingLong((String text) -> -of(text))
                                .thenComparing(Comparator.naturalOrder()))
                .toList();
    }
}
