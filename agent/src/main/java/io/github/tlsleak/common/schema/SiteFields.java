package io.github.tlsleak.common.schema;

/**
 * The fields that only lines of type {@link ReportSchema#SITE_LINE} have. Stateless.
 *
 * <p>A site of adopted sessions has {@link ReportSchema#SEEN} in place of {@link #STACK}: the
 * frames of their first event, in the same order.
 */
public final class SiteFields {

    /** {@code true} if there is a baseline without this site, else absent. */
    public static final String NEW = "new";

    /** Texts: frames of the allocation, innermost first. */
    public static final String STACK = "stack";

    private SiteFields() {}
}
