package io.github.tlsleak.cli.report.recount;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Numbers by name, as one source tells them. Used by one thread. */
final class CountedNumbers {

    /** A JVM of which nothing is known; there may be several. */
    static final String UNKNOWN = "unknown";

    private static final double NEAR = 0.02;

    private final Map<String, String> byName = new TreeMap<>();

    /** True numbers of which a report need not tell all. */
    private final Map<String, Long> most = new HashMap<>();

    /** True numbers that a report only has to be near to. */
    private final Map<String, Long> near = new HashMap<>();

    CountedNumbers put(String name, long number) {
        if (name.contains(UNKNOWN) && byName.containsKey(name)) {
            byName.merge(name, "", (one, none) -> Long.toString(Long.parseLong(one) + number));
            return this;
        }
        return put(name, Long.toString(number));
    }

    /** A time, or a word that stands for a number, such as the severity. */
    CountedNumbers put(String name, String value) {
        String earlier = byName.put(name, value);
        if (earlier != null && !earlier.equals(value)) {
            throw new AssertionError(name + " is both " + earlier + " and " + value);
        }
        return this;
    }

    CountedNumbers putIfAny(String name, long number) {
        return number == 0 ? this : put(name, number);
    }

    void putMost(String name, long number) {
        most.put(name, number);
    }

    void putNear(String name, long number) {
        near.put(name, number);
    }

    Map<String, String> all() {
        return byName;
    }

    /** Takes all numbers of another source. */
    void putAll(CountedNumbers other) {
        other.byName.forEach(this::put);
        most.putAll(other.most);
        near.putAll(other.near);
    }

    /** In what a report that tells all numbers differs from these, the true ones. */
    List<String> differences(CountedNumbers told) {
        List<String> found = new ArrayList<>();
        TreeSet<String> names = new TreeSet<>(byName.keySet());
        names.addAll(told.byName.keySet());
        names.addAll(near.keySet());
        for (String name : names) {
            String number = told.byName.get(name);
            if (!isTrue(name, number)) {
                found.add(name + " is " + number + ", recount " + trueOne(name));
            }
        }
        return found;
    }

    /** In what a report that tells some of the numbers differs from these, the true ones. */
    List<String> wrong(CountedNumbers told) {
        List<String> found = new ArrayList<>();
        told.byName.forEach(
                (name, number) -> {
                    if (!isTrue(name, number)) {
                        found.add(name + " is " + number + ", recount " + trueOne(name));
                    }
                });
        return found;
    }

    private String trueOne(String name) {
        Long roughly = most.getOrDefault(name, near.get(name));
        return roughly == null ? byName.get(name) : "about " + roughly;
    }

    private boolean isTrue(String name, String number) {
        if (most.containsKey(name)) {
            return Long.parseLong(number) <= most.get(name);
        }
        if (near.containsKey(name)) {
            long exact = near.get(name);
            return number != null
                    && Math.abs(Long.parseLong(number) - exact) <= Math.ceil(exact * NEAR);
        }
        return number != null && number.equals(byName.get(name));
    }
}
