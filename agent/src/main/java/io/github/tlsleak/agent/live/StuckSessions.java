package io.github.tlsleak.agent.live;

import io.github.tlsleak.agent.collect.ConnectionStates;
import io.github.tlsleak.agent.collect.Connections;
import io.github.tlsleak.agent.collect.FindingPublisher;
import io.github.tlsleak.agent.judge.LivingState;
import io.github.tlsleak.agent.judge.OpenState;
import io.github.tlsleak.agent.judge.SessionState;
import io.github.tlsleak.agent.provider.KnownProvider;
import io.github.tlsleak.agent.provider.ProviderClasses;
import io.github.tlsleak.agent.site.Site;
import io.github.tlsleak.agent.track.Session;
import io.github.tlsleak.agent.track.SessionRelations;
import io.github.tlsleak.agent.track.Tracker;
import io.github.tlsleak.agent.track.Transports;
import io.github.tlsleak.common.options.Options;
import io.github.tlsleak.common.verdict.Resource;
import io.github.tlsleak.common.verdict.Severity;
import io.github.tlsleak.common.verdict.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reports the sessions that do not move any more: stuck in a handshake, left by their peer, failed
 * and not closed, or with a thread that hangs in their close. Used by the collector's thread only.
 */
final class StuckSessions {

    private final Tracker tracker;
    private final FindingPublisher publisher;
    private final ConnectionStates connectionStates;
    private final AwakeTime awake;
    private final HangingThreads threads;

    /** Stuck ones whose client has said nothing so far, by site, of the look at work. */
    private final Map<Site, List<Session>> silent = new HashMap<>();

    private long limit;
    private long now;
    private int many;

    /** Whether a session was seen whose peer has gone, in the look at work. */
    private boolean someLeft;

    /** Since when it is known whether data still moves on such sessions. */
    private long watching = Long.MAX_VALUE;

    /** As the operating system shows them; null before a session of the look at work asks. */
    private @Nullable Connections connections;

    StuckSessions(
            Tracker tracker,
            FindingPublisher publisher,
            ConnectionStates connections,
            AwakeTime awake,
            HangingThreads threads) {
        this.tracker = tracker;
        this.publisher = publisher;
        this.connectionStates = connections;
        this.awake = awake;
        this.threads = threads;
    }

    /** A look begins. */
    void begin(Options options, long time) {
        limit = options.stuckMillis;
        many = options.sessionLive;
        now = time;
        someLeft = false;
        connections = null;
        silent.clear();
    }

    /** Looks at one session, reachable and without a verdict. */
    void look(Session s) {
        Verdict verdict = verdict(s);
        long lasted = awake.lasted(s.changed(), now);
        boolean ask = lasted > limit / 4 && (verdict == null || verdict == Verdict.STUCK);
        long closeWait = ask ? closeWaitMillis(s) : -1;
        if (closeWait >= 0) {
            verdict = Verdict.PEER_CLOSED;
        }
        lasted = closeWait >= 0 ? Math.min(closeWait, lasted) : lasted;
        // who has closed stays so, even if the operating system does not show it this time
        boolean known = verdict == Verdict.STUCK && s.reported() == Verdict.PEER_CLOSED;
        if (verdict == null || known || !isLate(s, verdict, lasted)) {
            return;
        }
        if (verdict == Verdict.STUCK && isSilent(s)) {
            silent.computeIfAbsent(s.origin.site, site -> new ArrayList<>()).add(s);
        } else if (verdict != s.reported()) {
            Resource resource = s.origin.resource;
            boolean open = isChannelOpen(s);
            report(s, verdict, LivingState.severity(verdict, resource, s.state(), open));
        }
    }

    /** How long an open session's connection has been in CLOSE_WAIT; -1 if it is not known to. */
    private long closeWaitMillis(Session s) {
        if (!OpenState.isOpen(s.origin.resource, s.state())) {
            return -1;
        }
        Connections known = connections;
        if (known == null) {
            known = connectionStates.recent();
            connections = known;
        }
        return known.hasCloseWait() ? known.closeWaitMillis(s) : -1;
    }

    private static @Nullable Verdict verdict(Session s) {
        return LivingState.of(s.origin.resource, s.state(), isChannelOpen(s), showsHandshakes(s));
    }

    /** TLS 1.3 lets this side go on writing to a peer that has closed: that must be watched. */
    private boolean isLate(Session s, Verdict verdict, long lasted) {
        if (verdict != Verdict.PEER_CLOSED) {
            return lasted > limit;
        }
        someLeft |= lasted > limit / 4 && s.reported() != Verdict.PEER_CLOSED;
        return lasted > limit && watching <= now && awake.lasted(watching, now) > limit / 2;
    }

    /** A look ends. */
    void end() {
        for (List<Session> ofSite : silent.values()) {
            reportSilent(ofSite);
        }
        if (someLeft != tracker.isWatchedActivity()) {
            tracker.watchActivity(someLeft);
            watching = someLeft ? now : Long.MAX_VALUE;
        }
    }

    /** Browsers connect ahead, so some silent clients are normal; very many at once are not. */
    private void reportSilent(List<Session> sessions) {
        Severity severity = sessions.size() >= many ? Severity.DEFECT : Severity.NOTICE;
        for (Session s : sessions) {
            if (s.reported() != Verdict.STUCK) {
                report(s, Verdict.STUCK, severity);
            }
        }
    }

    private void report(Session s, Verdict verdict, Severity severity) {
        Verdict before = s.reported();
        if (before != null && before != verdict) {
            publisher.publishOver(s, before);
        }
        publisher.publishAlive(s, verdict, severity, threads.of(s, verdict));
        s.reported(verdict);
    }

    /** Whether what a session was reported with is over. */
    boolean isOver(Session s) {
        Verdict reported = s.reported();
        if (reported == Verdict.PEER_CLOSED) {
            // who has closed stays so, whether the session or the operating system has shown it
            return !OpenState.isOpen(s.origin.resource, s.state());
        }
        return verdict(s) != reported;
    }

    private static boolean isSilent(Session s) {
        return SessionState.has(s.state(), SessionState.SERVER)
                && !s.isNoted(Session.PEER_SPOKE)
                && !SessionState.has(s.state(), SessionState.CLIENT);
    }

    private static boolean isChannelOpen(Session s) {
        return s.origin.resource == Resource.SSL_ENGINE
                && Transports.isHeld(s)
                && !SessionState.has(s.state(), SessionState.DESCRIPTOR_CLOSED);
    }

    /** Whether each handshake of the session's provider is seen, however it is brought about. */
    private static boolean showsHandshakes(Session s) {
        if (SessionState.has(s.state(), SessionState.PRECISE)) {
            return true;
        }
        SessionRelations relations = s.relations();
        String delegate = relations == null ? null : relations.delegateClass;
        String name = delegate == null ? s.origin.className : delegate;
        boolean engine =
                s.origin.resource == Resource.SSL_ENGINE
                        || s.hasEngineBelow()
                        || ProviderClasses.worksThroughEngine(name);
        return engine
                ? KnownProvider.of(name) != null
                : ProviderClasses.handshakeBegin(name) != null;
    }
}
