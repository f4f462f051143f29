package io.github.tlsleak.cli.report.row;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of rows; agent/docs/reports.md says what each holds. Immutable. */
public enum RowField {
    // of several kinds
    SITE("site"),
    JVM("jvm"),
    RESOURCE("resource"),
    VERDICT("verdict"),
    LEAK("leak"),
    DEFECT("defect"),
    NOTICE("notice"),
    KNOWN("known"),
    SKIPPED("skipped"),
    FIRST("first"),
    LAST("last"),
    PEERS("peers"),
    PIPELINE("pipeline"),
    SESSIONS("sessions"),
    OVER("over"),
    // input
    SOURCES("sources"),
    SOURCE_COUNT("sourceCount"),
    SEEN("seen"),
    SCHEMA("schema"),
    FILTERS("filters"),
    // message
    SOURCE("source"),
    TEXT("text"),
    ERROR("error"),
    MORE("more"),
    // JVM
    RUN("run"),
    HOST("host"),
    PID("pid"),
    MAIN("main"),
    NAME("name"),
    JAVA("java"),
    STARTED("started"),
    AGENT("agent"),
    MODE("mode"),
    OPTIONS("options"),
    LABELS("labels"),
    CONTENT("content"),
    BEYOND_JVMS("beyondJvms"),
    SUMMARY("summary"),
    CREATED("created"),
    CLOSED("closed"),
    OPEN("open"),
    NOT_USED_YET("notUsedYet"),
    AWAITING_VERDICT("awaitingVerdict"),
    NOT_JUDGED("notJudged"),
    SERVER_SOCKETS("serverSockets"),
    ENDED("ended"),
    AGENT_ERRORS("agentErrors"),
    FIRST_ERROR("firstError"),
    AT_EXIT("atExit"),
    BEHAVIOURS("behaviours"),
    SUPPRESSED("suppressed"),
    UNUSED_RULES("unusedRules"),
    RECLOSED("reclosed"),
    UNTOLD("untold"),
    BEYOND("beyond"),
    GROUPS_BEYOND("groupsBeyond"),
    WIDTH("width"),
    BUCKETS("buckets"),
    // site
    OWNER("owner"),
    RESPONSIBLE("responsible"),
    FRAME("frame"),
    STACK("stack"),
    ADOPTED("adopted"),
    FINGERPRINT1("fingerprint1"),
    OLD_NAMES("oldNames"),
    // findings
    THREADS("threads"),
    POOLS("pools"),
    HOSTS("hosts"),
    PROTOCOLS("protocols"),
    ROLES("roles"),
    PROVIDERS("providers"),
    CELLS("cells"),
    CELL_WIDTH("cellWidth"),
    LINES("lines"),
    CLOSINGS("closings"),
    HANGS("hangs"),
    HANGS_IN("hangsIn"),
    DETAILS("details"),
    CLOSER("closer"),
    BEHAVIOUR("behaviour"),
    ALIVE("alive"),
    OVER_AFTER_ALL("overAfterAll"),
    HELD("held"),
    MIN("min"),
    MAX("max"),
    LIVES("lives"),
    LIFE_CLASSES("lifeClasses"),
    // session
    PEER("peer"),
    THREAD("thread"),
    AGE("age"),
    STATE("state"),
    // group
    FIGURES("figures");

    private static final Map<String, RowField> BY_NAME = byName();

    private final String json;

    RowField(String json) {
        this.json = json;
    }

    public String json() {
        return json;
    }

    /** The field with a name, or null if no such field is read. */
    public static @Nullable RowField of(String name) {
        return BY_NAME.get(name);
    }

    private static Map<String, RowField> byName() {
        Map<String, RowField> fields = new HashMap<>();
        for (RowField field : values()) {
            fields.put(field.json, field);
        }
        return fields;
    }
}
