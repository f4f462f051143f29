package io.github.tlsleak.agent.track;

import io.github.tlsleak.agent.collect.Alive;
import io.github.tlsleak.agent.collect.Collector;
import io.github.tlsleak.agent.collect.ConnectionStates;
import io.github.tlsleak.agent.collect.ContextTracker;
import io.github.tlsleak.agent.collect.FindingPublisher;
import io.github.tlsleak.agent.collect.GroupFinding;
import io.github.tlsleak.agent.collect.Pipelines;
import io.github.tlsleak.agent.collect.SessionFinding;
import io.github.tlsleak.agent.collect.Snapshot;
import io.github.tlsleak.agent.judge.Event;
import io.github.tlsleak.agent.judge.Judge;
import io.github.tlsleak.agent.judge.SessionState;
import io.github.tlsleak.agent.live.LivingScan;
import io.github.tlsleak.agent.output.metrics.MetricSource;
import io.github.tlsleak.agent.output.status.TrackingState;
import io.github.tlsleak.agent.process.AgentErrors;
import io.github.tlsleak.agent.process.TcpTables;
import io.github.tlsleak.agent.provider.SessionCache;
import io.github.tlsleak.agent.site.Origin;
import io.github.tlsleak.agent.site.Site;
import io.github.tlsleak.agent.site.SiteTable;
import io.github.tlsleak.agent.track.pairing.Channels;
import io.github.tlsleak.common.frames.Attribution;
import io.github.tlsleak.common.options.CurrentOptions;
import io.github.tlsleak.common.options.OptionKey;
import io.github.tlsleak.common.options.Options;
import io.github.tlsleak.common.rules.Baseline;
import io.github.tlsleak.common.rules.KnownBehaviours;
import io.github.tlsleak.common.rules.Suppressions;
import io.github.tlsleak.common.verdict.Figure;
import io.github.tlsleak.common.verdict.Resource;
import io.github.tlsleak.common.verdict.Severity;
import io.github.tlsleak.common.verdict.Verdict;
import java.io.File;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * Tracker, collector and their parts, with stacks and clock that a test sets. The test says what
 * the garbage collector finds.
 */
public final class Tracking {

    /** Events of a session in which data can flow. */
    public static final Event[] UP = {Event.CONNECTED, Event.STARTED, Event.ESTABLISHED};

    public final CurrentOptions options = new CurrentOptions(defaults());
    public final SiteTable sites;
    public final Heard heard = new Heard();
    public final Tracker tracker;
    public final SessionEvents events;
    public final HandshakeDetails details = new HandshakeDetails();
    public final Transports transports;
    public final Channels channels;
    public final MovableClock clock = new MovableClock();
    final MadeUpStack stack = new MadeUpStack();
    public final Grader grader;
    public final ContextTracker contexts;
    public final ConnectionStates connections;
    public final Collector collector;
    public final FindingPublisher publisher;
    public final AgentErrors errors = new AgentErrors();

    /** The numbers at this moment. */
    public final MetricSource metrics;

    private final Suppressions suppressions;

    /** The session caches of each context. */
    public List<SessionCache> caches = List.of();

    /** Whether the records are not reliable and must be forgotten. */
    boolean inDoubt;

    public Tracking() {
        this(false, Suppressions.none());
    }

    public Tracking(boolean strict, Suppressions suppressions) {
        this(strict, suppressions, Baseline.none());
    }

    public Tracking(boolean strict, Suppressions suppressions, Baseline baseline) {
        this.suppressions = suppressions;
        sites = new SiteTable(new Attribution(List.of()), baseline);
        tracker = new Tracker(options, sites, stack, clock);
        KnownBehaviours known = new KnownBehaviours();
        events = new SessionEvents(tracker);
        transports = new Transports(tracker, events, known);
        channels = new Channels(events, transports);
        grader = new Grader(strict, known, suppressions);
        contexts = new ContextTracker(tracker, spi -> caches);
        TcpTables none = new TcpTables(new File("no such folder"), 1);
        connections = new ConnectionStates(tracker, object -> null, none);
        metrics = new MetricSource(tracker, contexts.caches, this::state, errors);
        Pipelines pipelines = new Pipelines(connections);
        publisher = new FindingPublisher(tracker.totals, grader, heard, pipelines);
        LivingScan living = new LivingScan(tracker, contexts, publisher, connections);
        collector = new Collector(tracker, contexts, publisher, living, heard, () -> inDoubt);
    }

    /** The state at this moment. */
    public TrackingState state() {
        return new TrackingState(Snapshot.of(tracker), tracker.totals(), sites, suppressions);
    }

    private static Options defaults() {
        return Options.load(null, new Properties(), Map.of(), new ArrayList<>());
    }

    /** Changes an option, {@code key=value}. */
    public void set(String option) {
        String[] parts = option.split("=", 2);
        OptionKey key = OptionKey.of(parts[0]);
        options.publish(options.get().with(key, key.parse(parts[1]), "test"));
    }

    /** Sets the stack of all objects that are made from now on. */
    public Tracking at(String className, String method, int line) {
        stack.set(className, method, line);
        return this;
    }

    /** The record of an object, as hooks look it up. */
    public Followed followed(Object object) {
        return tracker.followed(object);
    }

    /** The record of an object, or null. */
    public Session session(Object object) {
        return followed(object).session();
    }

    boolean knows(Object object) {
        return session(object) != null;
    }

    /** An event of an object. */
    public void event(Object object, Event event) {
        events.apply(followed(object), event);
    }

    /** A close of an object has returned or thrown. */
    public void closed(Object object, Throwable thrown) {
        events.closed(followed(object), object.getClass(), thrown);
    }

    public void link(Object outer, Object inner) {
        events.link(followed(outer), followed(inner));
    }

    public void layered(Object object, Object transport) {
        transports.layered(followed(object), transport);
    }

    /** An event of a transport, while {@code current} is at work on this thread; null for none. */
    public void transport(Object transport, Event event, Object current) {
        Session carried = followed(transport).carried();
        if (carried != null) {
            Followed running = current == null ? Followed.NONE : followed(current);
            transports.event(carried, event, running);
        }
    }

    /** Tracks an object and applies events to it. */
    public Session follow(Object object, Resource resource, Event... events) {
        tracker.created(object, resource, null, false, false);
        // looked up before the events: a session closed with a close_notify is forgotten
        Session session = session(object);
        for (Event event : events) {
            event(object, event);
        }
        return session;
    }

    /** Tracks an object that was made at a time by the monotonic clock, which may be to come. */
    public Session follow(Object object, Resource resource, long created) {
        Origin origin = tracker.stacks.here(false).origin(resource, object.getClass().getName());
        Session session = new Session(object, tracker.queue, origin, SessionState.PRECISE, created);
        tracker.table.add(session);
        return session;
    }

    public Session followUp(Object object, Resource resource, Event... more) {
        Session session = follow(object, resource, UP);
        for (Event event : more) {
            event(object, event);
        }
        return session;
    }

    /** The collector finds the object unreachable. Its finalizer may still run. */
    public void unreachable(Session session) throws InterruptedException {
        session.weak.enqueue();
        collector.step();
    }

    /** The object is collected, after its finalizers have run. */
    public void collected(Session session) throws InterruptedException {
        if (session.is(Session.DISMISSED)) {
            return;
        }
        session.weak.enqueue();
        session.enqueue();
        collector.step();
    }

    /** Drops an object that is tracked; returns the finding, or null. */
    public SessionFinding drop(Object object) throws InterruptedException {
        return drop(session(object));
    }

    private SessionFinding drop(Session session) throws InterruptedException {
        int before = heard.found.size();
        collected(session);
        return heard.found.size() == before ? null : heard.found.get(before);
    }

    /**
     * Makes a socket or engine, applies events to it and drops it; returns the finding, or null.
     */
    public SessionFinding dropped(Resource resource, Event... events) throws InterruptedException {
        return drop(follow(new Object(), resource, events));
    }

    /** Makes a session and loses it. */
    public SessionFinding lost(Resource resource) throws InterruptedException {
        return dropped(resource, UP);
    }

    /** A finding on a tracked object, with the given verdict, severity and lifetime. */
    public SessionFinding finding(
            Object object, Verdict verdict, Severity severity, long lifeMillis) {
        Session root = session(object).root();
        Grader.Grade grade = new Grader.Grade(severity, null, null);
        long time = System.currentTimeMillis();
        long now = root.created + lifeMillis;
        Alive alive = verdict == Verdict.OPEN ? new Alive(null) : null;
        return new SessionFinding(root, grade, verdict, 0, time, now, alive, null);
    }

    /** A finding on a session in whose handshake a thread hangs, at the session's own site. */
    public SessionFinding stuck(Object object, String thread, String pipeline) {
        Session root = session(object).root();
        Grader.Grade grade = new Grader.Grade(Severity.DEFECT, null, null);
        Alive alive = new Alive(new Alive.Hang(root.origin.stack, thread));
        long time = System.currentTimeMillis();
        return new SessionFinding(
                root, grade, Verdict.STUCK, 1, time, root.created, alive, pipeline);
    }

    /** A made-up finding on the contexts of a site. */
    public GroupFinding contexts(Verdict verdict, Site site, long made, long sessions, long live) {
        Map<Figure, Long> figures = new EnumMap<>(Figure.class);
        figures.put(Figure.CONTEXTS, made);
        if (sessions >= 0) {
            figures.put(Figure.SESSIONS, sessions);
        }
        figures.put(Figure.LIVE, live);
        return group(
                verdict, Resource.SSL_CONTEXT, site, GroupFinding.Phase.NEW, figures, Map.of());
    }

    /** A made-up finding on many objects of a site. */
    public GroupFinding group(
            Verdict verdict,
            Resource resource,
            Site site,
            GroupFinding.Phase phase,
            Map<Figure, Long> figures,
            Map<String, Long> peers) {
        Grader.Grade grade = new Grader.Grade(Judge.severity(verdict, resource, 0), null, null);
        return new GroupFinding(verdict, grade, resource, site, phase, figures, peers, 0);
    }

    /** Marks a session as one that existed before the agent. */
    public void adopt(Object object) {
        session(object).mark(SessionState.ADOPTED);
    }

    /** Puts a session over a transport. */
    public static Session over(Session session, Object transport) {
        session.setTransport(new TransportRecord(transport, null, session));
        return session;
    }
}
