package io.github.tlsleak.track;

import io.github.tlsleak.verdict.Event;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Sockets that carry sessions, and what happens to them. Thread-safe. */
@SuppressWarnings("ReferenceEquality")
public final class Transports {

    /** Sessions whose transport was closed, for the collector. */
    final ConcurrentLinkedQueue<Session> undercut = new ConcurrentLinkedQueue<>();

    private final Registry registry;

    Transports(Registry registry) {
        this.registry = registry;
    }

    /**
     * A session works over another socket.
     *
     * @param object the session's object
     * @param raw the socket below
     */
    public void layered(Object object, Object raw) {
        Session session = registry.session(object);
        if (session == null) {
            return;
        }
        Tracked below = registry.table.find(raw);
        if (below instanceof Session) {
            ((Session) below).tied().carries = session;
        } else if (below instanceof RawSocket) {
            ((RawSocket) below).carries = session;
        } else {
            below = new RawSocket(raw, registry.queue, session);
            registry.table.add(below);
        }
        session.tied().transport = below;
    }

    /**
     * What happened to a socket that may carry a session.
     *
     * @param raw the socket
     * @param event {@code RAW_CLOSED} or one of {@code LINGER_*}
     * @param current the tracked object at work on this thread, or null
     */
    public void raw(Object raw, Event event, Object current) {
        Tracked below = registry.table.find(raw);
        Session above =
                below instanceof RawSocket
                        ? ((RawSocket) below).carries
                        : below instanceof Session ? ((Session) below).carries() : null;
        if (above == null) {
            return;
        }
        Session root = above.root();
        Session running = current == null ? null : registry.session(current);
        boolean own = running != null && running.root() == root;
        Event told = own && event == Event.RAW_CLOSED ? Event.DESCRIPTOR_CLOSED : event;
        if (root.apply(told) && event == Event.RAW_CLOSED) {
            undercut.add(root);
        }
    }
}
