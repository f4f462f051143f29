package io.github.tlsleak.cli.report.recount;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * A line of a report file, and which JVM wrote it. Immutable.
 *
 * @param jvm tells JVMs apart
 * @param site the name of its site today; empty if it has none
 * @param json the line
 */
record ToldLine(String jvm, String site, JsonNode json) {

    String type() {
        return text("type");
    }

    String verdict() {
        return text("verdict");
    }

    boolean has(String field) {
        JsonNode node = json.path(field);
        return !node.isMissingNode() && !node.isNull() && !(node.isBoolean() && !node.asBoolean());
    }

    /** The text of a field, or an empty one; what could command a terminal is a question mark. */
    String text(String field) {
        return json.path(field).asText("").replaceAll("[\\p{Cntrl}\\u202a-\\u202e]", "?");
    }

    long number(String field) {
        return json.path(field).asLong(0);
    }

    /** The time in a field, in milliseconds since 1970. */
    OptionalLong time(String field) {
        return has(field)
                ? OptionalLong.of(Instant.parse(text(field)).toEpochMilli())
                : OptionalLong.empty();
    }

    boolean isSuppressed() {
        return has("suppressedBy");
    }

    /** How much a finding matters: its severity, or known if a known behaviour excuses it. */
    String grade() {
        if (has("known")) {
            return "known";
        }
        String severity = text("severity");
        return severity.equals("leak") || severity.equals("defect") ? severity : "notice";
    }

    /** The other side; a server's clients have ports of their own, which say nothing. */
    String peer() {
        boolean port = number("peerPort") > 0 && !text("role").equals("server");
        return has("peerHost") && port
                ? text("peerHost") + ":" + number("peerPort")
                : text("peerHost");
    }
}
