package io.github.tlsleak.apps.soak;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** How often each way was played. Thread-safe. */
final class Played {

    private final Map<Way, LongAdder> since = new ConcurrentHashMap<>();
    private final Map<Way, LongAdder> all = new ConcurrentHashMap<>();

    void add(Way way) {
        since.computeIfAbsent(way, key -> new LongAdder()).increment();
        all.computeIfAbsent(way, key -> new LongAdder()).increment();
    }

    /**
     * {@code METHOD VERDICT SEVERITY COUNT} of each mistake since the last call, separated by
     * blanks. Nobody may be playing.
     */
    String takeMistakes() {
        Map<String, Long> taken = new TreeMap<>();
        since.forEach(
                (way, count) -> {
                    long number = count.sumThenReset();
                    if (way.isMistake() && number > 0) {
                        taken.put(
                                way.method() + ' ' + way.verdict() + ' ' + way.severity(), number);
                    }
                });
        return text(taken);
    }

    /** {@code METHOD COUNT} of each of these ways, ever since. */
    String all(Collection<Way> ways) {
        Map<String, Long> counts = new TreeMap<>();
        for (Way way : ways) {
            LongAdder count = all.get(way);
            counts.put(way.method(), count == null ? 0 : count.sum());
        }
        return text(counts);
    }

    private static String text(Map<String, Long> counts) {
        StringBuilder text = new StringBuilder();
        counts.forEach((name, count) -> text.append(' ').append(name).append(' ').append(count));
        return text.toString().trim();
    }
}
