package io.github.tlsleak.common.schema;

/**
 * The fields of one element of {@link SummaryFields#KNOWN_BEHAVIOURS}, besides {@link
 * ReportSchema#COUNT}. Stateless.
 */
public final class KnownBehaviourFields {

    /** Text: id of the known behaviour. */
    public static final String ID = "id";

    /** Text: one sentence on what JDK or library do. */
    public static final String DESCRIPTION = "description";

    /** Text: URL with more about it. */
    public static final String LINK = "link";

    private KnownBehaviourFields() {}
}
