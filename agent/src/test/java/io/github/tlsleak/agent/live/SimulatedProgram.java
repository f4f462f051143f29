package io.github.tlsleak.agent.live;

import io.github.tlsleak.agent.collect.GroupFinding;
import io.github.tlsleak.agent.judge.Event;
import io.github.tlsleak.agent.judge.SessionState;
import io.github.tlsleak.agent.track.MonotonicClock;
import io.github.tlsleak.agent.track.Session;
import io.github.tlsleak.agent.track.Tracking;
import io.github.tlsleak.common.verdict.Resource;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;

/**
 * A program in simulated time, whose live sessions the collector looks at as often as it does in
 * reality, with the default options. A garbage collection takes place every minute. Used by one
 * thread.
 */
final class SimulatedProgram {

    static final long SECOND = 1_000;
    static final long MINUTE = 60 * SECOND;
    static final long HOUR = 60 * MINUTE;
    static final long DAY = 24 * HOUR;

    /** A longer pause would be taken for a process that stood still. */
    private static final long TICK = 5 * SECOND;

    private final Tracking tracking = new Tracking();
    private final LivingScan scan =
            new LivingScan(
                    tracking.tracker, tracking.contexts, tracking.publisher, tracking.connections);
    private final Map<Session, Object> held = new IdentityHashMap<>();
    private final PriorityQueue<Step> steps = new PriorityQueue<>();
    private final long begin = MonotonicClock.millis();
    final Random random = new Random(1);
    private long now = begin;
    private long order;
    private int collections;

    /** What the program held until now; the next collection takes them. */
    private final List<Session> dropped = new ArrayList<>();

    /** Milliseconds since the program's beginning. */
    long time() {
        return now - begin;
    }

    /** A time around 0, by chance. */
    long around(long deviation) {
        return (long) (random.nextGaussian() * deviation);
    }

    /** A time by chance. */
    long exponential(long mean) {
        return (long) (-mean * Math.log(1 - random.nextDouble()));
    }

    /** Sets an option, {@code key=value}. */
    SimulatedProgram with(String option) {
        tracking.set(option);
        return this;
    }

    /** Does something at a time since the program's beginning. */
    void at(long time, Runnable action) {
        steps.add(new Step(begin + time, order++, action));
    }

    /** Does something so much later than now. */
    void in(long millis, Runnable action) {
        at(time() + millis, action);
    }

    /** A client's session whose handshake has begun. */
    Session connect(String peer) {
        return begin(peer, SessionState.CLIENT);
    }

    /** A client's session in which data can flow. */
    Session open(String peer) {
        return finish(connect(peer));
    }

    /** A server's session in which data can flow. */
    Session accept(String peer) {
        Session session = begin(peer, SessionState.SERVER);
        tracking.details.peerSpoke(session);
        return finish(session);
    }

    private Session begin(String peer, int role) {
        Object object = new Object();
        Session session = tracking.follow(object, Resource.SSL_SOCKET, now);
        held.put(session, object);
        session.peerHost = peer;
        session.mark(role);
        happens(session, Event.CONNECTED);
        happens(session, Event.STARTED);
        return session;
    }

    /** The handshake ends, a full one. */
    Session finish(Session session) {
        session.note(Session.FULL_HANDSHAKE);
        happens(session, Event.ESTABLISHED);
        return session;
    }

    /** The peer ends the connection. */
    void leave(Session session) {
        happens(session, Event.PEER_CLOSE_NOTIFY);
    }

    /** The program closes a session in order, and holds it no longer. */
    void close(Session session) {
        if (held.containsKey(session)) {
            happens(session, Event.CLOSE);
            happens(session, Event.CLOSE_NOTIFY);
            held.remove(session);
            dropped.add(session);
        }
    }

    /** Whether the program has not closed a session. */
    boolean holds(Session session) {
        return held.containsKey(session);
    }

    /** Whether the peer has closed. */
    static boolean isLeft(Session session) {
        return SessionState.peerGone(session.state());
    }

    /** Data moves. */
    void moveData(Session session) {
        if (tracking.tracker.isWatchingActivity()) {
            session.touch(now);
        }
    }

    private void happens(Session session, Event event) {
        tracking.events.apply(session, event);
        session.touch(now);
    }

    /** Nothing moves for so long, the agent's thread neither. */
    void standStill(long millis) {
        now += millis;
    }

    /**
     * Lets the program run, until something is reported.
     *
     * @param millis at most so long since its beginning
     * @return what is reported, each verdict once
     */
    List<String> until(long millis) {
        while (now < begin + millis && reported().isEmpty()) {
            long end = now + TICK;
            while (!steps.isEmpty() && steps.peek().time <= end) {
                Step step = steps.remove();
                now = Math.max(now, step.time);
                step.action.run();
            }
            now = Math.max(now, end);
            if (now / MINUTE > collections) {
                collections = (int) (now / MINUTE);
                dropped.forEach(tracking.tracker.collected::take);
                dropped.clear();
            }
            scan.run(collections, now);
        }
        return reported();
    }

    private List<String> reported() {
        Set<String> all = new LinkedHashSet<>();
        tracking.heard.found.forEach(f -> all.add(f.verdict + " " + f.severity.label()));
        for (GroupFinding f : tracking.heard.groups) {
            if (f.phase == GroupFinding.Phase.NEW) {
                all.add(f.verdict + " " + f.severity.label());
            }
        }
        return new ArrayList<>(all);
    }

    /** What is done at a time, in the order in which it was planned. */
    private static final class Step implements Comparable<Step> {
        private final long time;
        private final long order;
        private final Runnable action;

        private Step(long time, long order, Runnable action) {
            this.time = time;
            this.order = order;
            this.action = action;
        }

        @Override
        public int compareTo(Step other) {
            int byTime = Long.compare(time, other.time);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }
}
