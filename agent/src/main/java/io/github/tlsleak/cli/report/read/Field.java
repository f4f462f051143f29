package io.github.tlsleak.cli.report.read;

import io.github.tlsleak.common.schema.FindingFields;
import io.github.tlsleak.common.schema.GroupFields;
import io.github.tlsleak.common.schema.MetaFields;
import io.github.tlsleak.common.schema.ReportSchema;
import io.github.tlsleak.common.schema.SiteFields;
import io.github.tlsleak.common.schema.SummaryFields;
import io.github.tlsleak.common.verdict.Figure;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The fields of a report's lines that are read. All others are skipped. */
public enum Field {
    // of every line
    TYPE(ReportSchema.TYPE),
    TIME(ReportSchema.TIME, true),
    SITE(ReportSchema.SITE),
    RUN(ReportSchema.RUN),
    // meta
    SCHEMA(MetaFields.SCHEMA),
    AGENT(MetaFields.AGENT),
    PID(MetaFields.PID),
    HOST(MetaFields.HOST),
    JVM(MetaFields.JVM),
    JAVA(MetaFields.JAVA),
    MAIN(MetaFields.MAIN),
    STARTED(MetaFields.STARTED, true),
    MODE(MetaFields.MODE),
    OPTIONS(MetaFields.OPTIONS),
    /** Texts by name. */
    LABELS(MetaFields.LABELS),
    // site
    RESOURCE(ReportSchema.RESOURCE),
    FRAME(ReportSchema.FRAME),
    HEADLINE(ReportSchema.HEADLINE),
    FINGERPRINT1(ReportSchema.FINGERPRINT1),
    OWNER(ReportSchema.OWNER),
    STACK(SiteFields.STACK),
    /** A list in a site, a time in a finding. */
    SEEN(ReportSchema.SEEN, true),
    // leak, open, reclosed
    VERDICT(ReportSchema.VERDICT),
    SEVERITY(ReportSchema.SEVERITY),
    PROVIDER(FindingFields.PROVIDER),
    ROLE(FindingFields.ROLE),
    PEER_HOST(FindingFields.PEER_HOST),
    PEER_PORT(FindingFields.PEER_PORT),
    PEER_END(FindingFields.PEER_END),
    PROTOCOL(FindingFields.PROTOCOL),
    /** A time in a finding, a number in a summary. */
    CREATED(ReportSchema.CREATED, true),
    LIFETIME(FindingFields.LIFETIME),
    AGE(FindingFields.AGE),
    /** 1 for true. */
    AT_EXIT(ReportSchema.AT_EXIT),
    THREAD(FindingFields.THREAD),
    PIPELINE(FindingFields.PIPELINE),
    KNOWN(ReportSchema.KNOWN),
    SUPPRESSED_BY(ReportSchema.SUPPRESSED_BY),
    ERROR(FindingFields.ERROR),
    ALIVE(FindingFields.ALIVE),
    HANGS_AT(FindingFields.HANGS_AT),
    HANGS_IN(FindingFields.HANGS_IN),
    CLOSED_AT(FindingFields.CLOSED_AT),
    DETAIL(FindingFields.DETAIL),
    CLOSER(FindingFields.CLOSER),
    // skipped, context, sessions, summary
    COUNT(ReportSchema.COUNT),
    CONTEXTS(GroupFields.CONTEXTS),
    SESSIONS(ReportSchema.SESSIONS),
    LIVE(GroupFields.LIVE),
    RETAINED(GroupFields.RETAINED),
    PER_MINUTE(GroupFields.PER_MINUTE),
    PER_HOUR(GroupFields.PER_HOUR),
    RATE(GroupFields.RATE),
    MEDIAN_LIFE(GroupFields.MEDIAN_LIFE),
    RESUMED(GroupFields.RESUMED),
    CACHED(GroupFields.CACHED),
    CACHE_LIMIT(GroupFields.CACHE_LIMIT),
    CACHE_TIMEOUT(GroupFields.CACHE_TIMEOUT),
    /** Numbers by peer. */
    PEERS(GroupFields.PEERS),
    /** 1 for true. */
    OVER(GroupFields.OVER),
    CLOSED(SummaryFields.CLOSED),
    OPEN(SummaryFields.OPEN),
    /** Numbers by verdict. */
    ENDED(SummaryFields.ENDED),
    NOT_USED_YET(SummaryFields.NOT_USED_YET),
    AWAITING_VERDICT(SummaryFields.AWAITING_VERDICT),
    NOT_JUDGED(SummaryFields.NOT_JUDGED),
    SERVER_SOCKETS(SummaryFields.SERVER_SOCKETS),
    UNUSED_RULES(SummaryFields.UNUSED_SUPPRESSIONS),
    AGENT_ERRORS(SummaryFields.AGENT_ERRORS),
    FIRST_ERROR(SummaryFields.FIRST_ERROR);

    private static final Map<String, Field> BY_NAME = byName();

    /** Whether a text in this field is a time. */
    final boolean time;

    /** Index into arrays of a line's values. Nothing stored depends on it. */
    @SuppressWarnings("EnumOrdinal")
    final int slot = ordinal();

    private final String json;

    Field(String json) {
        this(json, false);
    }

    Field(String json, boolean time) {
        this.json = json;
        this.time = time;
    }

    /** The field with a name, or null if no such field is read. */
    static @Nullable Field of(String name) {
        return BY_NAME.get(name);
    }

    /** Whether it has this name in reports. */
    public boolean isNamed(String name) {
        return json.equals(name);
    }

    /** The field of a figure. */
    public static Field of(Figure figure) {
        return Objects.requireNonNull(of(figure.json()), figure.name());
    }

    private static Map<String, Field> byName() {
        Map<String, Field> fields = new HashMap<>();
        for (Field field : values()) {
            fields.put(field.json, field);
        }
        return fields;
    }
}
