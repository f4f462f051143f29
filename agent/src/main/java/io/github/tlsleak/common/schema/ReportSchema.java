package io.github.tlsleak.common.schema;

/**
 * The types of a report's lines, the fields that lines of several types have, and the words that
 * fields may hold. A line is one JSON object. A field whose value is not known is absent.
 * Stateless.
 *
 * <p>Fields of one type stand in {@link MetaFields}, {@link SiteFields}, {@link FindingFields},
 * {@link GroupFields} and {@link SummaryFields}.
 */
public final class ReportSchema {

    /** The number of this schema: it grows with incompatible changes only. */
    public static final long VERSION = 1;

    /** Type of line: the JVM and its agent, once a file for each run. */
    public static final String META = "meta";

    /** Type of line: a stack and its owner, before its first use in a file. */
    public static final String SITE_LINE = "site";

    /** Type of line: one finding, whatever its severity. */
    public static final String LEAK = "leak";

    /** Type of line: a session that has been open and idle for longer than the threshold. */
    public static final String OPEN_LINE = "open";

    /** Type of line: a session that was reported open was closed after all. */
    public static final String RECLOSED = "reclosed";

    /** Type of line: a finding on contexts of one site. */
    public static final String CONTEXT = "context";

    /** Type of line: a finding on many sessions of one site. The name is also a field's. */
    public static final String SESSIONS_LINE = "sessions";

    /** Type of line: a number of findings that got no line of their own. */
    public static final String SKIPPED = "skipped";

    /** Type of line: the numbers, at the end of the run. */
    public static final String SUMMARY = "summary";

    /** Text in every line, the first field: one of the types above. */
    public static final String TYPE = "type";

    /** Text in every line: the run that wrote the line. Each start of an agent has a new one. */
    public static final String RUN = "run";

    /** Time, ISO-8601 in UTC with milliseconds: when the line's content was true. */
    public static final String TIME = "time";

    /**
     * Text: fingerprint 2 of a site, 16 hex digits, stable between runs. Where {@link
     * #FINGERPRINT1} is absent in the line of the site, it is that fingerprint: 0.1.0 wrote it.
     */
    public static final String SITE = "site";

    /**
     * Text: fingerprint 1 of a stack, which 0.1.0 used. In a finding, only if it differs from that
     * of the site. It goes away with the next release.
     */
    public static final String FINGERPRINT1 = "fingerprint1";

    /** Text: label of a {@link io.github.tlsleak.common.verdict.Severity}. */
    public static final String SEVERITY = "severity";

    /** Text: the suppression rule that took it out. */
    public static final String SUPPRESSED_BY = "suppressedBy";

    /** Text: label of a {@link io.github.tlsleak.common.verdict.Resource}. */
    public static final String RESOURCE = "resource";

    /** Text: the responsible frame. In a finding, only if it differs from that of the site. */
    public static final String FRAME = "frame";

    /**
     * Text: the frame that stands for a site without a responsible frame. Absent where {@link
     * #FRAME} is there, and where there is no stack. In a finding, only if it differs from that of
     * the site.
     */
    public static final String HEADLINE = "headline";

    /**
     * Text: label of the responsible {@link io.github.tlsleak.common.frames.Owner}. In a finding,
     * only if it differs from that of the site.
     */
    public static final String OWNER = "owner";

    /** First event of an adopted session; see {@link SiteFields} and {@link FindingFields}. */
    public static final String SEEN = "seen";

    /** Text: name of a {@link io.github.tlsleak.common.verdict.Verdict}. */
    public static final String VERDICT = "verdict";

    /** Number, 1 and more: sessions of one finding, or findings without a line. */
    public static final String COUNT = "count";

    /** In a finding: time when the object was made. In a summary: number of objects, 0 and more. */
    public static final String CREATED = "created";

    /** Number, 0 and more: sessions of contexts or of a site, or all sessions of the run. */
    public static final String SESSIONS = "sessions";

    /**
     * In a finding: id of the known behaviour that excuses it. In a summary: number of findings
     * that a known behaviour excuses.
     */
    public static final String KNOWN = "known";

    /**
     * {@code true} in a line of type {@link #OPEN_LINE}: the session was open when the JVM ended,
     * which is no finding. In a summary: the JVM ended with it; a {@code dump} and a detach write
     * one, too.
     */
    public static final String AT_EXIT = "atExit";

    /** Word of {@link FindingFields#ROLE}: this JVM opened the connection. */
    public static final String CLIENT = "client";

    /** Word of {@link FindingFields#ROLE}: the peer opened the connection. */
    public static final String SERVER = "server";

    /** Word of {@link MetaFields#MODE}: the agent was there when the JVM started. */
    public static final String PREMAIN = "premain";

    /** Word of {@link MetaFields#MODE}: the agent came into a running JVM. */
    public static final String ATTACH = "attach";

    private ReportSchema() {}
}
