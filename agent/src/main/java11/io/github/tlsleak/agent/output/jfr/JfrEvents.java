package io.github.tlsleak.agent.output.jfr;

import io.github.tlsleak.agent.collect.Alive;
import io.github.tlsleak.agent.collect.GroupFinding;
import io.github.tlsleak.agent.collect.SessionFinding;
import io.github.tlsleak.agent.collect.Snapshot;
import io.github.tlsleak.agent.provider.KnownProvider;
import io.github.tlsleak.agent.site.CallStack;
import io.github.tlsleak.common.labels.LabelNames;
import io.github.tlsleak.common.labels.Labels;
import io.github.tlsleak.common.verdict.Figure;
import java.util.List;
import java.util.function.Supplier;
import jdk.jfr.FlightRecorder;
import org.jspecify.annotations.Nullable;

/** Fills the events and commits them. Loaded by name, on JDK 11 and newer only. */
final class JfrEvents implements JfrSink {

    /** A longer stack is cut: an event must fit into a buffer of the recorder. */
    private static final int MAX_STACK = 1 << 15;

    /** What the recorder shows as "not available". */
    private static final long UNKNOWN = Long.MIN_VALUE;

    private @Nullable Runnable periodic;
    private @Nullable Runnable labels;

    /** Stands in each finding; null if it is not known. */
    private @Nullable String service;

    @Override
    public boolean isInUse() {
        return FlightRecorder.isInitialized();
    }

    @Override
    public void register(Supplier<List<Snapshot.OpenSite>> open, Labels all) {
        service = all.get(LabelNames.SERVICE);
        FlightRecorder.register(JfrLabels.class);
        FlightRecorder.register(JfrLeak.class);
        FlightRecorder.register(JfrContextChurn.class);
        FlightRecorder.register(JfrSessionGroup.class);
        FlightRecorder.register(JfrOpenSession.class);
        periodic = () -> open.get().forEach(JfrEvents::open);
        FlightRecorder.addPeriodicEvent(JfrOpenSession.class, periodic);
        labels = () -> JfrLabels.commit(all);
        FlightRecorder.addPeriodicEvent(JfrLabels.class, labels);
    }

    @Override
    public void unregister() {
        if (periodic != null) {
            FlightRecorder.removePeriodicEvent(periodic);
        }
        if (labels != null) {
            FlightRecorder.removePeriodicEvent(labels);
        }
        FlightRecorder.unregister(JfrLabels.class);
        FlightRecorder.unregister(JfrOpenSession.class);
        FlightRecorder.unregister(JfrSessionGroup.class);
        FlightRecorder.unregister(JfrContextChurn.class);
        FlightRecorder.unregister(JfrLeak.class);
    }

    @Override
    public void leak(SessionFinding f) {
        JfrLeak event = new JfrLeak();
        if (!event.isEnabled()) {
            return;
        }
        event.verdict = f.verdict.name();
        event.severity = f.severity.label();
        event.resource = f.resource.label();
        session(event, f);
        event.created = f.adopted ? UNKNOWN : f.created;
        event.lifetime = f.adopted ? UNKNOWN : f.lifetimeMillis();
        event.firstSeen = f.adopted ? f.created : UNKNOWN;
        event.threadName = f.thread;
        event.site = f.site.fingerprint();
        event.frame = f.blamed().headline();
        event.newSite = f.site.isNew();
        event.owner = f.blamed().owner().json();
        event.allocationStack = stack(f.stack);
        event.closingStack = f.closedAt == null ? null : stack(f.closedAt);
        closing(event, f);
        alive(event, f);
        event.pipeline = f.pipeline;
        event.count = f.count;
        event.adopted = f.adopted;
        event.finalizer = f.finalizer;
        event.known = f.known == null ? null : f.known.id();
        event.suppressedBy = f.suppressedBy;
        event.error = f.error;
        event.service = service;
        event.commit();
    }

    private static void closing(JfrLeak event, SessionFinding f) {
        if (f.closedAt != null) {
            event.closingSite = f.closedAt.site(f.resource).fingerprint();
        }
        if (f.detail != null) {
            event.detail = f.detail.json();
            event.closer = f.closer;
        }
    }

    private static void alive(JfrLeak event, SessionFinding f) {
        Alive alive = f.alive;
        event.alive = alive != null;
        if (alive != null && alive.hang != null) {
            event.hangingStack = stack(alive.hang.at);
            event.hangingSite = alive.hang.at.site(f.resource).fingerprint();
            event.hangingThread = alive.hang.thread;
        }
    }

    private static void session(JfrLeak event, SessionFinding f) {
        event.className = f.className;
        event.wrapper = f.wrapper;
        event.provider = KnownProvider.of(f.className);
        event.role = f.role;
        event.peerHost = f.peerHost;
        event.peerPort = f.peerPort;
        event.protocol = f.protocol;
        event.cipherSuite = f.cipherSuite;
    }

    @Override
    public void group(GroupFinding f) {
        if (f.verdict.isOnContexts()) {
            contexts(f);
        } else {
            sessions(f);
        }
    }

    private static void contexts(GroupFinding f) {
        JfrContextChurn event = new JfrContextChurn();
        if (!event.isEnabled()) {
            return;
        }
        event.contexts = Math.max(0, f.figure(Figure.CONTEXTS));
        event.sessions = f.figure(Figure.SESSIONS);
        event.live = f.figure(Figure.LIVE);
        event.cached = f.figure(Figure.CACHED);
        event.cacheLimit = f.figure(Figure.CACHE_LIMIT);
        event.cacheTimeout = f.figure(Figure.CACHE_TIMEOUT);
        event.of(f, stack(f.site.first()));
        event.commit();
    }

    private static void sessions(GroupFinding f) {
        JfrSessionGroup event = new JfrSessionGroup();
        if (!event.isEnabled()) {
            return;
        }
        event.sessions = f.figure(Figure.SESSIONS);
        event.live = f.figure(Figure.LIVE);
        event.retained = f.figure(Figure.RETAINED);
        event.rate = f.figure(Figure.RATE);
        event.medianLife = f.figure(Figure.MEDIAN_LIFE);
        event.resumed = f.figure(Figure.RESUMED);
        event.of(f, stack(f.site.first()));
        event.commit();
    }

    private static void open(Snapshot.OpenSite open) {
        JfrOpenSession event = new JfrOpenSession();
        if (!event.isEnabled()) {
            return;
        }
        event.count = open.sessions;
        event.oldestAge = open.oldestMillis;
        event.youngestAge = open.youngestMillis;
        event.of(open.site, stack(open.site.first()));
        event.commit();
    }

    /** One frame a line; null where stacks are switched off. */
    private static @Nullable String stack(CallStack stack) {
        return stack.text(MAX_STACK);
    }
}
