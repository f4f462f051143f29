package io.github.tlsleak.agent.live;

import io.github.tlsleak.agent.collect.ConnectionStates;
import io.github.tlsleak.agent.collect.ContextRecord;
import io.github.tlsleak.agent.collect.ContextTracker;
import io.github.tlsleak.agent.collect.FindingPublisher;
import io.github.tlsleak.agent.collect.LiveSessions;
import io.github.tlsleak.agent.judge.OpenState;
import io.github.tlsleak.agent.judge.SessionState;
import io.github.tlsleak.agent.track.MonotonicClock;
import io.github.tlsleak.agent.track.Session;
import io.github.tlsleak.agent.track.Tracked;
import io.github.tlsleak.agent.track.Tracker;
import io.github.tlsleak.common.options.Options;
import io.github.tlsleak.common.verdict.Severity;
import io.github.tlsleak.common.verdict.Verdict;
import java.util.function.Consumer;

/**
 * Looks at the sessions that are still reachable. It reports those that do not move any more, by
 * the option {@code stuck}, and those that have been idle, half closed or over for longer than the
 * option {@code threshold}; and the sites with ever more of them. Used by the collector's thread
 * only; takes no lock.
 */
public final class LivingScan implements LiveSessions {

    private static final long SHORTEST_MILLIS = 200;
    private static final long LONGEST_MILLIS = 15_000;

    /** So many times as long as a look takes is the time until the next one. */
    private static final int PACE = 50;

    private final Tracker tracker;
    private final FindingPublisher publisher;
    private final AwakeTime awake = new AwakeTime(MonotonicClock.millis());
    private final HangingThreads threads;
    private final StuckSessions stuck;
    private final BlockedCloses blocked;
    private final RetainedSessions retained;
    private final SessionHoards hoards;
    private final CacheHoards caches;
    private final SessionChurns churns;
    private long next = Long.MIN_VALUE;

    /**
     * @param tracker where records are kept
     * @param contexts whose caches are looked at
     * @param publisher publishes findings
     * @param connections of this process
     */
    public LivingScan(
            Tracker tracker,
            ContextTracker contexts,
            FindingPublisher publisher,
            ConnectionStates connections) {
        this.tracker = tracker;
        this.publisher = publisher;
        this.threads = new HangingThreads(tracker);
        this.stuck = new StuckSessions(tracker, publisher, connections, awake, threads);
        this.blocked = new BlockedCloses(tracker, publisher, awake, threads);
        this.retained = new RetainedSessions(publisher);
        this.hoards = new SessionHoards(tracker, publisher);
        this.caches = new CacheHoards(contexts.caches, publisher);
        this.churns = new SessionChurns(publisher);
    }

    @Override
    public void run(int epoch) {
        run(epoch, MonotonicClock.millis());
    }

    /** As {@link #run(int)}, at a time by {@link MonotonicClock}. */
    void run(int epoch, long now) {
        Options options = tracker.options.get();
        long shortest = shortest(options.stuckMillis, options.thresholdMillis);
        awake.tick(now, shortest);
        if (now < next) {
            return;
        }
        long began = MonotonicClock.millis();
        look(options, now, epoch);
        long took = MonotonicClock.millis() - began;
        long pause = shortest <= 0 ? LONGEST_MILLIS : Math.min(LONGEST_MILLIS, shortest / 4);
        next = now + took + Math.max(PACE * took, Math.max(SHORTEST_MILLIS, pause));
    }

    private static long shortest(long stuck, long threshold) {
        return stuck > 0 && threshold > 0 ? Math.min(stuck, threshold) : Math.max(stuck, threshold);
    }

    private void look(Options options, long now, int epoch) {
        threads.begin();
        stuck.begin(options, now);
        retained.begin(epoch);
        caches.begin(options);
        churns.begin(now);
        tracker.table.each(
                new Consumer<Tracked>() {
                    @Override
                    public void accept(Tracked record) {
                        if (record instanceof Session) {
                            look((Session) record, options, now);
                        } else if (record instanceof ContextRecord.Alias) {
                            ContextRecord.Alias alias = (ContextRecord.Alias) record;
                            caches.look(alias.context, alias.weak.get());
                        } else if (record instanceof ContextRecord) {
                            ContextRecord context = (ContextRecord) record;
                            caches.look(context, context.adopted ? context.weak.get() : null);
                        }
                    }
                });
        stuck.end();
        if (options.stuckMillis > 0) {
            blocked.look(options.stuckMillis, now);
        }
        retained.end();
        hoards.end(options, now, epoch);
        caches.end(now);
        churns.end(options);
    }

    private void look(Session s, Options options, long now) {
        if (s.outer() != null) {
            return;
        }
        if (s.reported() != null) {
            overIfOver(s);
        }
        churns.look(s);
        if (s.is(Session.JUDGED) || s.isUnreachable()) {
            return;
        }
        publisher.look(s);
        if (options.stuckMillis > 0) {
            stuck.look(s);
        }
        hoards.look(s);
        if (options.thresholdMillis > 0
                && awake.lasted(s.changed(), now) >= options.thresholdMillis) {
            idle(s);
        }
    }

    /** A session that has not changed for longer than the threshold. */
    private void idle(Session s) {
        int state = s.state();
        boolean open = OpenState.isOpen(s.origin.resource, state);
        if (OpenState.holdsMemory(s.origin.resource, state)) {
            publisher.judge(s, Verdict.NATIVE);
        } else if (OpenState.isHalfClosed(s.origin.resource, state)) {
            publisher.judge(s, Verdict.HALF_CLOSED);
        } else if (open
                && SessionState.has(state, SessionState.ESTABLISHED)
                && s.reported() == null) {
            publisher.publishAlive(s, Verdict.OPEN, Severity.NOTICE, null);
            s.reported(Verdict.OPEN);
        } else if (!open) {
            retained.look(s);
        }
    }

    @Override
    public void judged(Session s) {
        // the collection came before the next look
        churns.look(s);
        if (s.reported() != null) {
            overIfOver(s);
        }
    }

    @Override
    public void end() {
        if (publisher.told() == 0) {
            return;
        }
        tracker.table.each(
                record -> {
                    if (record instanceof Session && ((Session) record).reported() != null) {
                        overIfOver((Session) record);
                    }
                });
    }

    private void overIfOver(Session s) {
        Verdict reported = s.reported();
        boolean open = OpenState.isOpen(s.origin.resource, s.state());
        boolean over = reported == Verdict.OPEN ? !open : stuck.isOver(s);
        // that a close has returned is seen elsewhere
        if (reported != null && over && reported != Verdict.CLOSE_BLOCKED) {
            publisher.publishOver(s, reported);
            s.reported(null);
        }
    }
}
