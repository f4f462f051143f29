package io.github.tlsleak.common.schema;

/** The fields of the reply to {@code dump --format json} that a report does not have. Stateless. */
public final class DumpFields {

    /** Object, numbers by rule: findings that suppression rules took out. */
    public static final String USED_SUPPRESSIONS = "usedSuppressions";

    /** Objects: sites with findings, the most findings first. */
    public static final String SITES = "sites";

    /** Objects: sites with open sessions. */
    public static final String OPEN_SITES = "openSites";

    /**
     * Texts: headline frames of a site's findings or open sessions, if there are several: lines of
     * one method, as a rule.
     */
    public static final String LINES = "lines";

    /** Suffix to the name of a list. Number, 1 and more: elements left out of that list. */
    public static final String LEFT_OUT = "LeftOut";

    /** Number, milliseconds, 0 and more: age of the oldest open session of a site. */
    public static final String OLDEST = "oldestMillis";

    /** Number, milliseconds, 0 and more: age of the youngest open session of a site. */
    public static final String YOUNGEST = "youngestMillis";

    /**
     * Object, numbers by state: TCP connections of a site's open sessions, as the operating system
     * shows them.
     */
    public static final String CONNECTIONS = "connections";

    /** Text: why the states of connections are not known, where they should be. */
    public static final String CONNECTIONS_PROBLEM = "connectionsProblem";

    /** Text: the command that tells who holds the sessions that are alive. */
    public static final String WHO_HOLDS = "whoHolds";

    private DumpFields() {}
}
