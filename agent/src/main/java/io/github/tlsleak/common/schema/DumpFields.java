package io.github.tlsleak.common.schema;

/**
 * The fields of the answer to {@code dump --format json}, besides those that a report has, too.
 * Stateless.
 */
public final class DumpFields {

    /** Object, numbers by rule: findings that suppression rules took out. */
    public static final String USED_SUPPRESSIONS = "usedSuppressions";

    /** Objects: sites with findings, the most findings first. */
    public static final String SITES = "sites";

    /** Objects: sites with open sessions. */
    public static final String OPEN_SITES = "openSites";

    /** End of a field's name, behind that of a list: number of elements left out, 1 and more. */
    public static final String LEFT_OUT = "LeftOut";

    /** Number, milliseconds, 0 and more: age of the oldest open session of a site. */
    public static final String OLDEST = "oldestMillis";

    /** Number, milliseconds, 0 and more: age of the youngest open session of a site. */
    public static final String YOUNGEST = "youngestMillis";

    private DumpFields() {}
}
