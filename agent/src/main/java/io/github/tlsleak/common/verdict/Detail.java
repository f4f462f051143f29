package io.github.tlsleak.common.verdict;

/** What is special about a finding, and changes what a report says of it. Immutable. */
public enum Detail {
    /** SO_LINGER was set on a socket. */
    LINGER(null, null, "call close() without SO_LINGER, from a thread that no writer blocks"),
    /** The channel of an engine that was lost is gone, and was not closed. */
    CHANNEL_OPEN(null, Detail.NO_CLEANER, null),
    /** The same, of an engine whose handshake failed or was given up. */
    FAILED_CHANNEL_OPEN(
            null, Detail.NO_CLEANER, "close the channel where the handshake fails or is given up"),

    /** A finalizer or cleaner of another object closed it. */
    FOREIGN_FINALIZER(
            "collected unclosed, closed only by a finalizer of",
            "nobody called close(): a finalizer or cleaner of another object did, which may come late"
                    + " or never",
            "close the object that owns the connection, in every path"),
    /** It was lost, and its finalizer does not come back from closing it. */
    FINALIZER_HANGS(
            "collected unclosed, its finalizer hangs in close()",
            "its finalizer hangs in close(), and with it every finalizer of this JVM",
            null);

    private static final String NO_CLEANER =
            "a SocketChannel has no cleaner: its descriptor is gone until the JVM ends, and the peer"
                    + " waits";

    private final String what;
    private final String why;
    private final String fix;

    Detail(String what, String why, String fix) {
        this.what = what;
        this.why = why;
        this.fix = fix;
    }

    /**
     * Its name in reports.
     *
     * @return lower case, with dashes
     */
    public String json() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /**
     * The one of a name.
     *
     * @param json as {@link #json} gives it, or null
     * @return null where none has it
     */
    public static Detail of(String json) {
        for (Detail detail : values()) {
            if (detail.json().equals(json)) {
                return detail;
            }
        }
        return null;
    }

    /**
     * As {@link VerdictText#what}, or null where this changes nothing.
     *
     * @param closer a class, where one is told; or null
     */
    String what(String closer) {
        if (this != FOREIGN_FINALIZER) {
            return what;
        }
        return what + " " + (closer == null ? "another object" : closer);
    }

    /** As {@link VerdictText#why}, or null. */
    String why() {
        return why;
    }

    /** As {@link VerdictText#fix}, or null. */
    String fix() {
        return fix;
    }
}
