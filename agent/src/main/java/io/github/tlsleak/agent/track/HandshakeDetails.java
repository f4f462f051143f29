package io.github.tlsleak.agent.track;

import io.github.tlsleak.agent.judge.Event;
import io.github.tlsleak.agent.judge.SessionState;
import org.jspecify.annotations.Nullable;

/** Peer, role, protocol and cipher suite, as the handshake shows them. Thread-safe. */
public final class HandshakeDetails {

    private static final int MAX_PORT = 65_535;

    /** By how much two clocks may differ that run equally fast, milliseconds. */
    private static final long CLOCK_GRAIN = 20;

    private final SharedNames hosts = new SharedNames();

    /**
     * A handshake begins.
     *
     * @param object what is known of the object
     * @param client whether it has the client role
     */
    public void started(Followed object, boolean client) {
        Session session = object.session();
        if (session != null) {
            role(session.root(), client);
            session.root().apply(Event.STARTED);
        }
    }

    /**
     * A handshake has finished.
     *
     * @param object what is known of the object
     * @param client whether it has the client role, null where not known
     * @param protocol standard name
     * @param cipherSuite standard name
     * @param host the peer's name; null or empty where it is not known, nor its port then
     * @param port the peer's port; anything that is none where not known
     */
    public void established(
            Followed object,
            @Nullable Boolean client,
            @Nullable String protocol,
            @Nullable String cipherSuite,
            @Nullable String host,
            int port) {
        Session session = object.session();
        if (session == null) {
            return;
        }
        Session root = session.root();
        if (protocol != null) {
            root.agreed = TlsParameters.on(protocol, cipherSuite);
        }
        if (root.peerHost == null) {
            peer(root, host, port);
        }
        if (client != null) {
            role(root, client);
        }
        if ("TLSv1.3".equals(protocol) || "DTLSv1.3".equals(protocol)) {
            root.mark(SessionState.TLS13);
        }
        root.apply(Event.ESTABLISHED);
    }

    /**
     * A handshake has finished while no other tracked object was at work: a delegate finishes its
     * own inside its wrapper, so this one is nobody's delegate.
     *
     * @param object what is known of the object
     */
    public void establishedOutermost(Followed object) {
        Session session = object.session();
        // how one that is older than the agent was established nobody has seen
        if (session != null
                && session.outer() == null
                && !SessionState.has(session.state(), SessionState.ADOPTED)) {
            session.note(SessionFlags.OUTERMOST);
        }
    }

    /**
     * How old the TLS session is that a handshake has led to. One that is older than its connection
     * was resumed. If the wall clock was set meanwhile the age makes no sense, and nothing is
     * noted.
     *
     * @param object what is known of the object
     * @param ageMillis by the wall clock
     */
    public void establishedWith(Followed object, long ageMillis) {
        Session session = object.session();
        if (session == null || ageMillis < 0) {
            return;
        }
        Session root = session.root();
        boolean resumed = ageMillis > MonotonicClock.millis() - root.created + CLOCK_GRAIN;
        root.note(resumed ? SessionFlags.RESUMED : SessionFlags.FULL_HANDSHAKE);
    }

    /**
     * A socket is connected.
     *
     * @param object what is known of the object
     * @param host the peer's name or address
     * @param port the peer's port
     */
    public void connected(Followed object, @Nullable String host, int port) {
        Session session = object.session();
        if (session != null) {
            peer(session.root(), host, port);
            session.root().apply(Event.CONNECTED);
        }
    }

    /**
     * An object has its role.
     *
     * @param object what is known of the object
     * @param client whether it is a client
     */
    public void role(Followed object, boolean client) {
        Session session = object.session();
        if (session != null) {
            role(session.root(), client);
        }
    }

    /**
     * The peer has sent something.
     *
     * @param object what is known of the object
     */
    public void peerSpoke(Followed object) {
        Session session = object.session();
        Session root = session == null ? null : session.root();
        if (root != null && !root.isNoted(SessionFlags.PEER_SPOKE)) {
            root.note(SessionFlags.PEER_SPOKE);
        }
    }

    private static void role(Session root, boolean client) {
        root.mark(client ? SessionState.CLIENT : SessionState.SERVER);
    }

    /** After a resumption JSSE gives an empty name and 65535: a port says nothing without it. */
    private void peer(Session session, @Nullable String host, int port) {
        if (host == null || host.isEmpty()) {
            return;
        }
        session.peerHost = hosts.shared(host);
        if (port > 0 && port <= MAX_PORT) {
            session.peerPort(port);
        }
    }

    /**
     * One copy of names that many sessions hold. Bounded; a name that finds its place taken takes
     * it over. Thread-safe: a race costs a copy.
     */
    static final class SharedNames {

        private static final int LONGEST = 256;

        private final String[] slots = new String[512];

        /** The name itself or an equal one, null for null. */
        @Nullable String shared(@Nullable String name) {
            if (name == null || name.length() > LONGEST) {
                return name;
            }
            int hash = name.hashCode();
            int slot = (hash ^ hash >>> 16) & slots.length - 1;
            String known = slots[slot];
            if (name.equals(known)) {
                return known;
            }
            slots[slot] = name;
            return name;
        }
    }
}
