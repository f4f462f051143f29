package io.github.tlsleak.agent.collect;

import io.github.tlsleak.agent.track.MonotonicClock;
import io.github.tlsleak.agent.track.Session;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Sessions whose objects were collected, and whose verdict waits for a finalizer or for the close
 * of the transport. Guarded by the collector.
 */
final class AwaitingVerdict {

    private final MonotonicClock clock;

    /** Each session with the time it waits until. */
    private final Map<Session, Long> until = new LinkedHashMap<>();

    AwaitingVerdict(MonotonicClock clock) {
        this.clock = clock;
    }

    /** Lets a session wait for so long. A session that waits already keeps its time limit. */
    void add(Session session, long millis) {
        until.putIfAbsent(session, clock.now() + millis);
    }

    /** Limits the wait of a session, from now on, to so long. */
    void hasten(Session session, long millis) {
        long limit = clock.now() + millis;
        until.computeIfPresent(session, (s, end) -> Math.min(end, limit));
    }

    boolean contains(Session session) {
        return until.containsKey(session);
    }

    void remove(Session session) {
        until.remove(session);
    }

    /** Whether a session need not wait for longer than so many milliseconds from now. */
    boolean anyWithin(long millis) {
        long limit = clock.now() + millis;
        for (long end : until.values()) {
            if (end <= limit) {
                return true;
            }
        }
        return false;
    }

    boolean isEmpty() {
        return until.isEmpty();
    }

    void clear() {
        until.clear();
    }

    /** The sessions that have waited long enough. */
    List<Session> due() {
        long now = clock.now();
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
}
