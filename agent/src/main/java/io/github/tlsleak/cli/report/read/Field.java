package io.github.tlsleak.cli.report.read;

import java.util.HashMap;
import java.util.Map;

/** The fields of a report's lines that are read; all others are passed over. */
public enum Field {
    // of every line
    TYPE("type"),
    TIME("time", true),
    SITE("site"),
    /** Which run of an agent wrote it, where several write one file. */
    RUN("run"),
    // meta
    SCHEMA("schema"),
    AGENT("agent"),
    PID("pid"),
    HOST("host"),
    JVM("jvm"),
    JAVA("java"),
    MAIN("main"),
    STARTED("started", true),
    MODE("mode"),
    OPTIONS("options"),
    // site
    RESOURCE("resource"),
    FRAME("frame"),
    OWNER("owner"),
    STACK("stack"),
    /** A stack in a site, a time in a session that is older than the agent. */
    SEEN("seen", true),
    // leak, open, reclosed
    VERDICT("verdict"),
    SEVERITY("severity"),
    PROVIDER("provider"),
    ROLE("role"),
    PEER_HOST("peerHost"),
    PEER_PORT("peerPort"),
    PROTOCOL("protocol"),
    /** A time in a session, a number in a summary. */
    CREATED("created", true),
    LIFETIME("lifetimeMillis"),
    AGE("ageMillis"),
    THREAD("thread"),
    KNOWN("known"),
    SUPPRESSED_BY("suppressedBy"),
    ERROR("error"),
    CLOSED_AT("closedAt"),
    DETAIL("detail"),
    CLOSER("closer"),
    // skipped, context, summary
    COUNT("count"),
    CONTEXTS("contexts"),
    SESSIONS("sessions"),
    LIVE("live"),
    CLOSED("closed"),
    OPEN("open"),
    /** Numbers by verdict. */
    ENDED("ended"),
    NOT_USED_YET("notUsedYet"),
    AWAITING_VERDICT("awaitingVerdict"),
    NOT_JUDGED("notJudged"),
    SERVER_SOCKETS("serverSockets"),
    UNUSED_RULES("unusedSuppressions"),
    AGENT_ERRORS("agentErrors"),
    FIRST_ERROR("firstError");

    private static final Map<String, Field> BY_NAME = byName();

    /** Whether a text in it is a time. */
    final boolean time;

    /** Its place in arrays of a line's values; nothing kept depends on it. */
    @SuppressWarnings("EnumOrdinal")
    final int slot = ordinal();

    /** As one bit; there are fewer than 64 fields. */
    final long bit = 1L << slot;

    private final String json;

    Field(String json) {
        this(json, false);
    }

    Field(String json, boolean time) {
        this.json = json;
        this.time = time;
    }

    /** The field of a name, or null if that is not read. */
    static Field of(String name) {
        return BY_NAME.get(name);
    }

    private static Map<String, Field> byName() {
        Map<String, Field> fields = new HashMap<>();
        for (Field field : values()) {
            fields.put(field.json, field);
        }
        return fields;
    }
}
