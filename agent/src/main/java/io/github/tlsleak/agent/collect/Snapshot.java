package io.github.tlsleak.agent.collect;

import io.github.tlsleak.agent.judge.Judge;
import io.github.tlsleak.agent.judge.OpenState;
import io.github.tlsleak.agent.judge.SessionState;
import io.github.tlsleak.agent.site.CallStack;
import io.github.tlsleak.agent.site.Site;
import io.github.tlsleak.agent.track.Delegation;
import io.github.tlsleak.agent.track.MonotonicClock;
import io.github.tlsleak.agent.track.Session;
import io.github.tlsleak.agent.track.SessionBalance;
import io.github.tlsleak.agent.track.Tracked;
import io.github.tlsleak.agent.track.Tracker;
import io.github.tlsleak.common.verdict.Resource;
import io.github.tlsleak.common.verdict.Severity;
import io.github.tlsleak.common.verdict.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The state at one moment: counts, sites and the sessions that are open. Immutable. Every program
 * that uses TLS takes one at its end: no lambda where nothing is open.
 */
public final class Snapshot {

    /** The most sessions whose connections are looked at, which takes about a second. */
    static final int MAX_CONNECTIONS = 200_000;

    /** Objects tracked since the start. Wrappers and delegates count, server sockets do not. */
    public final long created;

    /** How many of these objects belong to the session of another object. */
    public final long joined;

    /** All sessions by what has become of them. */
    public final SessionBalance balance;

    /** Sessions that were closed with a close_notify, whether they were collected or not. */
    public final long closed;

    /** Sessions that somebody still has to close. */
    public final long open;

    /** Objects tracked now: sessions, wrappers, transports, contexts. */
    public final long records;

    /** Verdicts so far. Sessions that are over but not yet collected count, too. */
    public final Map<Verdict, Long> verdicts;

    /** Open sessions by site. The site with the most of them comes first. */
    public final List<OpenSite> openSites;

    /** The connections of the open sessions; null if nobody has asked the operating system. */
    public final @Nullable Connections connections;

    /** How many lines of an open site are told. */
    private static final int MAX_LINES = 16;

    private final Map<Verdict, Long> counted;
    private final SessionBalance.Counting counting;
    private final Map<Site, OpenSite> bySite = new HashMap<>();
    private int lookedAt;

    private Snapshot(Tracker tracker, @Nullable Connections connections) {
        this.connections = connections;
        created = tracker.totals.created();
        joined = tracker.totals.joined();
        counting = new SessionBalance.Counting(tracker.totals);
        counted = tracker.totals.verdicts();
        records = tracker.table.size() - tracker.closedSessions.size();
        long now = MonotonicClock.millis();
        tracker.table.each(
                new Consumer<Tracked>() {
                    @Override
                    public void accept(Tracked record) {
                        if (record instanceof Session) {
                            add((Session) record, now);
                        }
                    }
                });
        for (Session session : tracker.collected.all()) {
            add(session, now);
        }
        balance = counting.done();
        List<OpenSite> sites = new ArrayList<>(bySite.values());
        if (sites.size() > 1) {
            sites.sort(
                    Comparator.comparingLong((OpenSite s) -> -s.sessions)
                            .thenComparing(s -> s.site.fingerprint()));
        }
        openSites = Collections.unmodifiableList(sites);
        verdicts = Collections.unmodifiableMap(counted);
        closed = balance.closed;
        open = balance.open;
    }

    /**
     * Takes a snapshot.
     *
     * @param tracker where records are kept
     * @return the snapshot
     */
    public static Snapshot of(Tracker tracker) {
        return new Snapshot(tracker, null);
    }

    /**
     * Takes a snapshot with the states of the open sessions' connections.
     *
     * @param tracker where records are kept
     * @param connections of this moment
     * @return the snapshot
     */
    static Snapshot of(Tracker tracker, Connections connections) {
        return new Snapshot(tracker, connections);
    }

    private void add(Session s, long now) {
        Resource resource = s.origin.resource;
        if (s.outer() != null || s.is(Session.JUDGED) || resource == Resource.SSL_SERVER_SOCKET) {
            return;
        }
        int state = s.state();
        boolean reachable = Delegation.mayBeReachable(s);
        if (reachable && OpenState.isOpen(resource, state)) {
            counting.open++;
            OpenSite site = bySite.computeIfAbsent(s.origin.site, OpenSite::new);
            site.add(now - s.created, s.origin.stack);
            connection(site, s);
            return;
        }
        Verdict verdict = VerdictTiming.now(s);
        if (Judge.severity(verdict, resource, state) != Severity.COUNTED) {
            counting.awaitingVerdict++;
        } else if (SessionState.has(state, SessionState.STARTED | SessionState.CLOSED)) {
            increment(counted, verdict);
            increment(counting.ended, verdict);
        } else if (reachable && verdict == Verdict.UNUSED) {
            counting.notUsedYet++;
        } else {
            counting.awaitingVerdict++;
        }
    }

    private static void increment(Map<Verdict, Long> counts, Verdict verdict) {
        Long before = counts.get(verdict);
        counts.put(verdict, before == null ? 1 : before + 1);
    }

    private void connection(OpenSite site, Session s) {
        Connections known = connections;
        if (known == null || !known.areKnown()) {
            return;
        }
        ConnectionCounts counts = site.connections;
        if (counts == null) {
            counts = new ConnectionCounts();
            site.connections = counts;
        }
        if (lookedAt++ < MAX_CONNECTIONS) {
            counts.add(known.state(s));
        } else {
            counts.leaveOut();
        }
    }

    /** Open sessions of one site. */
    public static final class OpenSite {

        /** The site where the sessions were made. */
        public final Site site;

        /** How many sessions are open. */
        public long sessions;

        /** Age of the oldest session, milliseconds. */
        public long oldestMillis;

        /** Age of the youngest session, milliseconds. */
        public long youngestMillis = Long.MAX_VALUE;

        /** States of their connections; null if they are not known. */
        public @Nullable ConnectionCounts connections;

        private final Set<String> lines = new TreeSet<>();
        private @Nullable CallStack last;

        OpenSite(Site site) {
            this.site = site;
        }

        /** The headline frames of their stacks: lines of one method, as a rule; 16 at most. */
        public Set<String> lines() {
            return Collections.unmodifiableSet(lines);
        }

        void add(long ageMillis, CallStack stack) {
            sessions++;
            String line = stack.headline();
            // most sessions of a site have one stack
            if (stack != last && line != null && lines.size() < MAX_LINES) {
                lines.add(line);
            }
            last = stack;
            oldestMillis = Math.max(oldestMillis, ageMillis);
            youngestMillis = Math.min(youngestMillis, ageMillis);
        }
    }
}
