package io.github.tlsleak.junit;

import java.util.Map;
import java.util.TreeMap;

/** Counts the findings that {@link TlsLeaksAllowed} excuses. Thread-safe. */
final class Allowed {

    private final Map<String, Integer> counts = new TreeMap<>();

    synchronized void add(Guard guard) {
        counts.merge(guard.name + ": " + guard.allowed, 1, Integer::sum);
    }

    /** Prints them, and begins anew. */
    synchronized void print() {
        for (Map.Entry<String, Integer> entry : counts.entrySet()) {
            int count = entry.getValue();
            String what = count == 1 ? " finding is allowed in " : " findings are allowed in ";
            Notes.info(count + what + entry.getKey());
        }
        counts.clear();
    }
}
