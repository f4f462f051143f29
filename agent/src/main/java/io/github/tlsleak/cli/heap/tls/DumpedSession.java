package io.github.tlsleak.cli.heap.tls;

import io.github.tlsleak.cli.heap.dump.DumpedObject;
import org.jspecify.annotations.Nullable;

/** What a dump tells of a socket, engine or server socket. Immutable. */
public final class DumpedSession {

    /** The port if it is not known. */
    public static final int NO_PORT = -1;

    private final DumpedObject object;
    private final TlsKind kind;
    private final KnownState state;
    private final @Nullable String provider;
    private final @Nullable DumpedObject delegate;
    private final SessionDetails details;

    DumpedSession(
            DumpedObject object,
            TlsKind kind,
            KnownState state,
            @Nullable String provider,
            @Nullable DumpedObject delegate,
            SessionDetails details) {
        this.object = object;
        this.kind = kind;
        this.state = state;
        this.provider = provider;
        this.delegate = delegate;
        this.details = details;
    }

    public DumpedObject object() {
        return object;
    }

    public TlsKind kind() {
        return kind;
    }

    public TlsState state() {
        return state.state;
    }

    /** Why the state is not known: a provider or class, and the field; else null. */
    public @Nullable String whyUnknown() {
        return state.whyNot;
    }

    /** The provider that does the work; null if it is not known. */
    public @Nullable String provider() {
        return provider;
    }

    /**
     * The socket or engine inside this one that does the work; null if this does it itself. Both
     * are one session, and whoever counts sessions leaves the delegate out.
     */
    public @Nullable DumpedObject delegate() {
        return delegate;
    }

    /** The host that the program connected to, or the peer's address; null if not known. */
    public @Nullable String peerHost() {
        return details.host;
    }

    /** The peer's port, or {@link #NO_PORT}. */
    public int peerPort() {
        return details.port;
    }

    /** Such as {@code db-1:5432}, or the host alone; null if the host is not known. */
    public @Nullable String peer() {
        return details.peer();
    }

    /** Such as {@code TLSv1.3}; null if nothing was negotiated or it is not known. */
    public @Nullable String protocol() {
        return details.protocol;
    }

    /** The cipher suite; null if nothing was negotiated or it is not known. */
    public @Nullable String cipherSuite() {
        return details.cipher;
    }

    /** {@code client} or {@code server}; null if it is not known. */
    public @Nullable String role() {
        return details.role;
    }

    KnownState known() {
        return state;
    }

    SessionDetails details() {
        return details;
    }

    @Override
    public String toString() {
        String peer = peer();
        return kind.typeName() + " " + state().text() + (peer == null ? "" : " " + peer);
    }
}
