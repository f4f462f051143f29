package io.github.tlsleak.cli.heap.tls;

import org.jspecify.annotations.Nullable;

/** Peer, protocol, cipher suite and role of a session, as far as fields tell them. Immutable. */
final class SessionDetails {

    private static final int HIGHEST_PORT = 65_535;

    final @Nullable String host;
    final int port;
    final @Nullable String protocol;
    final @Nullable String cipher;
    final @Nullable String role;

    private SessionDetails(
            @Nullable String host,
            int port,
            @Nullable String protocol,
            @Nullable String cipher,
            @Nullable String role) {
        this.host = host;
        this.port = port;
        this.protocol = protocol;
        this.cipher = cipher;
        this.role = role;
    }

    static SessionDetails of(FieldReading reading) {
        Long port = reading.valueIfAny(FieldKind.PORT).number();
        return new SessionDetails(
                reading.valueIfAny(FieldKind.HOST).text(),
                port == null || port > HIGHEST_PORT || port < 1
                        ? DumpedSession.NO_PORT
                        : port.intValue(),
                negotiated(reading.valueIfAny(FieldKind.PROTOCOL).text()),
                negotiated(CipherNames.of(reading.valueIfAny(FieldKind.CIPHER).text())),
                reading.valueIfAny(FieldKind.ROLE).text());
    }

    /** Such as {@code db-1:5432}, or the host alone; null if the host is not known. */
    @Nullable String peer() {
        return host == null || port == DumpedSession.NO_PORT ? host : host + ":" + port;
    }

    /** Before anything is negotiated, providers have names that stand for nothing. */
    private static @Nullable String negotiated(@Nullable String name) {
        if (name == null || name.equals("NONE") || name.contains("NULL_WITH_NULL")) {
            return null;
        }
        // Bouncy Castle's names have a blank
        return name.replace("TLS 1", "TLSv1");
    }

    /** With what another tells where this does not. */
    SessionDetails or(SessionDetails other) {
        boolean named = host != null;
        return new SessionDetails(
                named ? host : other.host,
                named && port != DumpedSession.NO_PORT || other.port == DumpedSession.NO_PORT
                        ? port
                        : other.port,
                protocol == null ? other.protocol : protocol,
                cipher == null ? other.cipher : cipher,
                role == null ? other.role : role);
    }
}
