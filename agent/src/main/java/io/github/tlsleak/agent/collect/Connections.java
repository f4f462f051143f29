package io.github.tlsleak.agent.collect;

import io.github.tlsleak.agent.process.Endpoints;
import io.github.tlsleak.agent.process.TcpEndpoint;
import io.github.tlsleak.agent.process.TcpState;
import io.github.tlsleak.agent.process.TcpTable;
import io.github.tlsleak.agent.track.Session;
import io.github.tlsleak.agent.track.SessionRelations;
import io.github.tlsleak.agent.track.Tracked;
import io.github.tlsleak.agent.track.Tracker;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The TCP connections of sessions as the operating system showed them at one moment. No object of
 * the application is called. Thread-safe.
 */
public final class Connections {

    /** TLS inside TLS inside TLS is rare. */
    private static final int MAX_LAYERS = 4;

    private static final int MAX_DELEGATES = 100_000;

    private final TcpTable table;
    private final long readAt;
    private final Endpoints endpoints;
    private final Tracker tracker;
    private @Nullable Map<Session, Session> delegates;

    Connections(TcpTable table, long readAt, Endpoints endpoints, Tracker tracker) {
        this.table = table;
        this.readAt = readAt;
        this.endpoints = endpoints;
        this.tracker = tracker;
    }

    /** Whether the operating system was asked and has answered. */
    public boolean areKnown() {
        return table.isKnown();
    }

    /** Why nothing is known, in a few words; null if all is well, or if this is not Linux. */
    public @Nullable String problem() {
        return table.problem();
    }

    /** Whether there is any connection that its peer has closed and this side has not. */
    public boolean hasCloseWait() {
        return table.isKnown() && table.closeWaits() > 0;
    }

    /**
     * The state of a session's connection.
     *
     * @param root the record of the session
     * @return {@link TcpState#UNKNOWN} also if it may have changed since: if the session is younger
     *     than the table, or something has moved in it
     */
    public TcpState state(Session root) {
        return table.isKnown() ? stable(root, table.state(endpoint(root))) : TcpState.UNKNOWN;
    }

    /**
     * How long the peer has closed a session's connection without this side closing it, as far as
     * that was looked at: the first look that sees it counts as 0.
     *
     * @param root the record of the session
     * @return milliseconds; -1 if {@link #state} is not {@link TcpState#CLOSE_WAIT}
     */
    public long closeWaitMillis(Session root) {
        if (!table.isKnown()) {
            return -1;
        }
        TcpEndpoint endpoint = endpoint(root);
        if (stable(root, table.state(endpoint)) != TcpState.CLOSE_WAIT) {
            return -1;
        }
        // the same ports and address may have belonged to an older session
        return readAt - Math.max(table.closeWaitSince(endpoint), root.created);
    }

    private TcpState stable(Session root, TcpState state) {
        boolean old = root.created <= readAt && root.changed() <= readAt;
        return old || state == TcpState.ESTABLISHED ? state : TcpState.UNKNOWN;
    }

    private @Nullable TcpEndpoint endpoint(Session root) {
        TcpEndpoint own = endpointOf(root);
        SessionRelations relations = root.relations();
        if (own != null || relations == null || relations.delegateClass == null) {
            return own;
        }
        Session delegate = delegates().get(root);
        return delegate == null ? null : endpointOf(delegate);
    }

    private @Nullable TcpEndpoint endpointOf(Session session) {
        Tracked lowest = session;
        for (int i = 0; i < MAX_LAYERS && lowest instanceof Session; i++) {
            Tracked below = ((Session) lowest).transport();
            if (below == null) {
                break;
            }
            lowest = below;
        }
        Object object = lowest.weak.get();
        return object == null ? null : endpoints.of(object);
    }

    /** The object whose connection a wrapper uses, by the wrapper's session. */
    private synchronized Map<Session, Session> delegates() {
        Map<Session, Session> found = delegates;
        if (found == null) {
            Map<Session, Session> all = new HashMap<>();
            tracker.table.each(
                    record -> {
                        if (record instanceof Session && ((Session) record).outer() != null) {
                            addDelegate(all, (Session) record);
                        }
                    });
            delegates = all;
            found = all;
        }
        return found;
    }

    private void addDelegate(Map<Session, Session> all, Session delegate) {
        if (all.size() < MAX_DELEGATES && endpointOf(delegate) != null) {
            all.putIfAbsent(delegate.root(), delegate);
        }
    }
}
