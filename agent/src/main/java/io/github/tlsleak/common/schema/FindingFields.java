package io.github.tlsleak.common.schema;

/**
 * The fields that only lines of type {@link ReportSchema#LEAK}, {@link ReportSchema#OPEN_LINE} and
 * {@link ReportSchema#RECLOSED} have. Stateless.
 *
 * <p>An adopted session has {@link ReportSchema#SEEN} in place of {@link ReportSchema#CREATED}: the
 * time of its first event.
 */
public final class FindingFields {

    /** Text: class of the object that does TLS. */
    public static final String CLASS = "class";

    /** Text: name of the provider, such as {@code SunJSSE}. */
    public static final String PROVIDER = "provider";

    /** Text: {@link ReportSchema#CLIENT} or {@link ReportSchema#SERVER}. */
    public static final String ROLE = "role";

    /** Text: the peer's host, as the provider knows it. */
    public static final String PEER_HOST = "peerHost";

    /** Number, 1 to 65535: the peer's port. */
    public static final String PEER_PORT = "peerPort";

    /** Text: {@code close_notify}, {@code eof} or {@code reset}: how the peer ended its side. */
    public static final String PEER_END = "peerEnd";

    /** Text: standard name of the protocol, such as {@code TLSv1.3}. */
    public static final String PROTOCOL = "protocol";

    /** Text: standard name of the cipher suite. */
    public static final String CIPHER_SUITE = "cipherSuite";

    /** Number, milliseconds, 0 and more: from creation to the end. */
    public static final String LIFETIME = "lifetimeMillis";

    /** Number, milliseconds, 0 and more: from creation to now, of a session that is open. */
    public static final String AGE = "ageMillis";

    /** Text: name of the thread that made the object. */
    public static final String THREAD = "thread";

    /** {@code true} if the session is older than the agent. */
    public static final String ADOPTED = "adopted";

    /** {@code true} if a finalizer closed it. */
    public static final String FINALIZER = "finalizer";

    /** Text: class of the outermost wrapper. */
    public static final String WRAPPER = "wrapper";

    /**
     * Text: handlers of the engine's channel, or of that of an earlier session of the site, as
     * {@code name (class), ...}. Where no frame is the application's.
     */
    public static final String PIPELINE = "pipeline";

    /** Text: fingerprint of the site that closed it, for the verdicts that blame who closes. */
    public static final String CLOSED_AT = "closedAt";

    /** {@code true} if the session is alive, so that this is not the verdict on its end. */
    public static final String ALIVE = "alive";

    /** Text: fingerprint of the stack of the thread that hangs inside the session. */
    public static final String HANGS_AT = "hangsAt";

    /** Text: name of that thread. */
    public static final String HANGS_IN = "hangsIn";

    /** Text: class and display name of the test that opened it, in a JVM that runs tests. */
    public static final String TEST = "test";

    /** Text: name of a {@link io.github.tlsleak.common.verdict.Detail}. */
    public static final String DETAIL = "detail";

    /** Text: class whose finalizer closed it. */
    public static final String CLOSER = "closer";

    /** Text: the exception of a failed close. */
    public static final String ERROR = "error";

    private FindingFields() {}
}
