package io.github.tlsleak.agent.track;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Sessions that are gone and whose verdict waits for a finalizer, or for the fate of the transport.
 * Guarded by the collector.
 */
final class AwaitingVerdict {

    /** Each with the time it waits until, by {@link MonotonicClock}. */
    private final Map<Session, Long> until = new LinkedHashMap<>();

    /** A session that waits already goes on waiting. */
    void add(Session session, long millis) {
        until.putIfAbsent(session, MonotonicClock.millis() + millis);
    }

    /** One that waits is not to wait longer than that from now on. */
    void hasten(Session session, long millis) {
        long limit = MonotonicClock.millis() + millis;
        until.computeIfPresent(session, (s, end) -> Math.min(end, limit));
    }

    boolean contains(Session session) {
        return until.containsKey(session);
    }

    void remove(Session session) {
        until.remove(session);
    }

    boolean isEmpty() {
        return until.isEmpty();
    }

    void clear() {
        until.clear();
    }

    /** Those that have waited long enough. */
    List<Session> due() {
        long now = MonotonicClock.millis();
        List<Session> due = new ArrayList<>();
        for (Map.Entry<Session, Long> entry : until.entrySet()) {
            if (entry.getValue() <= now) {
                due.add(entry.getKey());
            }
        }
        return due;
    }

    List<Session> all() {
        return new ArrayList<>(until.keySet());
    }

    /** How long a session is to wait still; for tests. */
    long left(Session session) {
        return until.get(session) - MonotonicClock.millis();
    }

    /** Nobody waits any longer; for tests. */
    void expire() {
        until.replaceAll((session, end) -> MonotonicClock.millis());
    }
}
