package io.github.tlsleak.cli.report.model;

import io.github.tlsleak.cli.report.format.json.JsonWriter;
import io.github.tlsleak.cli.report.read.Field;
import io.github.tlsleak.cli.report.read.ReportLine;
import io.github.tlsleak.common.text.PlainText;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What has become of all sessions of a JVM, as its last summary has it: each is in exactly one
 * part. Of agents that did not write the sum, made, closed and open alone. Used by one thread.
 */
public final class SessionBalanceSum {

    /** The parts besides the verdicts, and what they are called. */
    private static final Map<Field, String> WORDS = words();

    private final Map<Field, Long> numbers = new LinkedHashMap<>();
    private final Map<String, Long> ended = new LinkedHashMap<>();
    private boolean whole;

    private static Map<Field, String> words() {
        Map<Field, String> words = new LinkedHashMap<>();
        words.put(Field.OPEN, "open");
        words.put(Field.NOT_USED_YET, "not used yet");
        words.put(Field.AWAITING_VERDICT, "awaiting a verdict");
        words.put(Field.NOT_JUDGED, "not judged");
        return words;
    }

    /** Takes a line of type summary; the last counts. */
    void take(ReportLine line) {
        whole = line.has(Field.SESSIONS);
        numbers.clear();
        ended.clear();
        ended.putAll(line.counts(Field.ENDED));
        for (Field field : Field.values()) {
            if (WORDS.containsKey(field)
                    || field == Field.CREATED
                    || field == Field.SESSIONS
                    || field == Field.CLOSED
                    || field == Field.SERVER_SOCKETS) {
                numbers.put(field, line.number(field, 0));
            }
        }
    }

    /** In words. */
    public String text() {
        if (!whole) {
            return number(Field.CREATED)
                    + " made, "
                    + number(Field.CLOSED)
                    + " closed, "
                    + number(Field.OPEN)
                    + " open";
        }
        StringBuilder text = new StringBuilder();
        add(text, number(Field.CLOSED), "closed");
        for (Map.Entry<String, Long> end : ended.entrySet()) {
            add(text, end.getValue(), end.getKey());
        }
        for (Map.Entry<Field, String> part : WORDS.entrySet()) {
            add(text, number(part.getKey()), part.getValue());
        }
        long others = number(Field.SERVER_SOCKETS);
        return number(Field.SESSIONS)
                + text.toString()
                + (others == 0 ? "" : "; besides, " + PlainText.count(others, "server socket"));
    }

    private static void add(StringBuilder text, long count, String what) {
        if (count > 0) {
            text.append(text.length() == 0 ? " = " : " + ").append(count).append(' ').append(what);
        }
    }

    private long number(Field field) {
        return numbers.getOrDefault(field, 0L);
    }

    /** The fields of an object that has begun. */
    public void write(JsonWriter out) throws IOException {
        out.number("created", number(Field.CREATED));
        if (!whole) {
            out.number("closed", number(Field.CLOSED)).number("open", number(Field.OPEN));
            return;
        }
        out.number("sessions", number(Field.SESSIONS)).number("closed", number(Field.CLOSED));
        out.array("ended");
        for (Map.Entry<String, Long> end : ended.entrySet()) {
            out.object().text("verdict", end.getKey()).number("count", end.getValue());
            out.endObject();
        }
        out.endArray().number("open", number(Field.OPEN));
        out.number("notUsedYet", number(Field.NOT_USED_YET));
        out.number("awaitingVerdict", number(Field.AWAITING_VERDICT));
        out.number("notJudged", number(Field.NOT_JUDGED));
        out.number("serverSockets", number(Field.SERVER_SOCKETS));
    }
}
