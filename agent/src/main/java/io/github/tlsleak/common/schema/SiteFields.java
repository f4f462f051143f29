package io.github.tlsleak.common.schema;

/**
 * The fields of lines of type {@link ReportSchema#SITE_LINE}, besides those of several types.
 * Stateless.
 *
 * <p>{@link ReportSchema#SEEN} stands in place of {@link #STACK} where the sessions are older than
 * the agent: the frames of their first event, in the same order.
 */
public final class SiteFields {

    /** {@code true} if there is a baseline without this site, else absent. */
    public static final String NEW = "new";

    /** Texts: frames of the allocation, innermost first. */
    public static final String STACK = "stack";

    private SiteFields() {}
}
