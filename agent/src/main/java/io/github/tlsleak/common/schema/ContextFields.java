package io.github.tlsleak.common.schema;

/**
 * The fields of lines of type {@link ReportSchema#CONTEXT}, besides those of several types.
 * Stateless.
 */
public final class ContextFields {

    /** Number, 1 and more: contexts made at the site. */
    public static final String CONTEXTS = "contexts";

    /** Number, 0 and more: contexts that are alive. */
    public static final String LIVE = "live";

    private ContextFields() {}
}
