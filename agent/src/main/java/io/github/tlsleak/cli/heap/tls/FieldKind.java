package io.github.tlsleak.cli.heap.tls;

import java.util.Locale;

/** What lines of the table tell of an object. */
enum FieldKind {
    STATE,
    ROLE,
    HOST,
    PORT,
    PROTOCOL,
    CIPHER,

    /** The socket or engine that does the work of a wrapper. */
    DELEGATE,

    /** Of a context: its cache of clients' TLS sessions. */
    CLIENT,

    /** Of a context: its cache of servers' TLS sessions. */
    SERVER,

    /** Of a cache: the map that has all its sessions. */
    MAP,
    LIMIT,
    TIMEOUT,

    /** Of a value in such a map: the TLS session, if it is none itself. */
    ENTRY,
    EXPIRES,

    /** Of a TLS session. */
    CREATED,
    TICKETS,

    /** Marks the classes of TLS sessions. */
    SESSION,

    /** Marks classes of contexts that are no subclass of a class of the JSSE. */
    CONTEXT;

    static FieldKind of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    /** Whether lines have conditions and a text; the others have a path. */
    boolean isDecided() {
        return this == STATE || this == ROLE;
    }

    /** Whether a value says something: an empty text does not, and 0 only as "no limit". */
    boolean isToldBy(FieldValue value) {
        return value.tells() || (this == LIMIT || this == TIMEOUT) && value.number() != null;
    }

    /** Whether lines only mark classes. */
    boolean isMark() {
        return this == SESSION || this == CONTEXT;
    }
}
