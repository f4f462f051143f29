package io.github.tlsleak.common.schema;

/** The fields that only lines of type {@link ReportSchema#CONTEXT} have. Stateless. */
public final class ContextFields {

    /** Number, 1 and more: contexts made at the site. */
    public static final String CONTEXTS = "contexts";

    /** Number, 0 and more: contexts that are alive. */
    public static final String LIVE = "live";

    private ContextFields() {}
}
