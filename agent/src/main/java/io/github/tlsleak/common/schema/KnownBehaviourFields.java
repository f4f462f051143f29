package io.github.tlsleak.common.schema;

/**
 * The fields of one element of {@link SummaryFields#KNOWN_BEHAVIOURS}. It has {@link
 * ReportSchema#COUNT} as well. Stateless.
 */
public final class KnownBehaviourFields {

    /** Text: id of the known behaviour. */
    public static final String ID = "id";

    /** Text: one sentence about what the JDK or the library does. */
    public static final String DESCRIPTION = "description";

    /** Text: URL of a page about the behaviour. */
    public static final String LINK = "link";

    private KnownBehaviourFields() {}
}
