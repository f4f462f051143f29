package io.github.tlsleak.common.verdict;

import org.jspecify.annotations.Nullable;

/** A special fact about a finding. It changes the sentences of the report. Immutable. */
public enum Detail {
    /** SO_LINGER was set on a socket. */
    LINGER(null, null, "call close() without SO_LINGER, from a thread that no writer blocks"),
    /** A lost engine's channel was collected as well, and was not closed. */
    CHANNEL_OPEN(null, Detail.NO_CLEANER, null),
    /** As {@link #CHANNEL_OPEN}, for an engine whose handshake failed or was given up. */
    FAILED_CHANNEL_OPEN(
            null, Detail.NO_CLEANER, "close the channel where the handshake fails or is given up"),

    /** A finalizer or cleaner of another object closed the session. */
    FOREIGN_FINALIZER(
            "collected unclosed, closed only by a finalizer of",
            "nobody called close(): a finalizer or cleaner of another object did, and it may run late"
                    + " or never",
            "close the object that owns the connection, in every path"),
    /** The session is lost, and its finalizer does not return from {@code close()}. */
    FINALIZER_HANGS(
            "collected unclosed, its finalizer hangs in close()",
            "its finalizer hangs in close(), and with it every finalizer of this JVM",
            null);

    private static final String NO_CLEANER =
            "a SocketChannel has no cleaner: its descriptor is gone until the JVM ends, and the peer"
                    + " waits";

    private final @Nullable String what;
    private final @Nullable String why;
    private final @Nullable String fix;

    Detail(@Nullable String what, @Nullable String why, @Nullable String fix) {
        this.what = what;
        this.why = why;
        this.fix = fix;
    }

    /**
     * The name in reports.
     *
     * @return lower case, with dashes
     */
    public String json() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /**
     * The detail with a name.
     *
     * @param json as {@link #json} gives it
     * @return null if no detail has that name
     */
    public static @Nullable Detail of(@Nullable String json) {
        for (Detail detail : values()) {
            if (detail.json().equals(json)) {
                return detail;
            }
        }
        return null;
    }

    /**
     * As {@link VerdictText#what}; null if this detail does not change it.
     *
     * @param closer class of the object that closed the session; null if it is not known
     */
    @Nullable String what(@Nullable String closer) {
        if (this != FOREIGN_FINALIZER) {
            return what;
        }
        return what + " " + (closer == null ? "another object" : closer);
    }

    /** As {@link VerdictText#why}; null if this detail does not change it. */
    @Nullable String why() {
        return why;
    }

    /** As {@link VerdictText#fix}; null if this detail does not change it. */
    @Nullable String fix() {
        return fix;
    }
}
