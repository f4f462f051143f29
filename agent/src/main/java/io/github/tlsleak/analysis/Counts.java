package io.github.tlsleak.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How often each of a few texts came; bounded, what is beyond has no name. Used by one thread. */
final class Counts {

    private static final int MAX_TEXT = 300;

    private final int max;
    private final Map<String, Long> counts = new HashMap<>();
    private long others;

    /** Keeps at most {@code max} texts apart. */
    Counts(int max) {
        this.max = max;
    }

    void add(String text) {
        String key = Plain.cut(text, MAX_TEXT);
        if (counts.size() < max || counts.containsKey(key)) {
            counts.merge(key, 1L, Long::sum);
        } else {
            others++;
        }
    }

    long sum() {
        long sum = others;
        for (long count : counts.values()) {
            sum += count;
        }
        return sum;
    }

    /** Texts with their counts, most first, then by name. */
    List<Map.Entry<String, Long>> byCount() {
        List<Map.Entry<String, Long>> sorted = new ArrayList<>(counts.entrySet());
        sorted.sort(
                Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()));
        return sorted;
    }

    /** Those that came beyond the bound. */
    long others() {
        return others;
    }

    /** For example {@code 3 LOST, 1 RESCUED}. */
    String text() {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, Long> entry : byCount()) {
            text.append(text.length() == 0 ? "" : ", ");
            text.append(entry.getValue()).append(' ').append(entry.getKey());
        }
        return text + (others > 0 ? ", " + others + " others" : "");
    }
}
