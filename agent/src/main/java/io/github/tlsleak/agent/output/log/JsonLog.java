package io.github.tlsleak.agent.output.log;

import io.github.tlsleak.agent.collect.GroupFinding;
import io.github.tlsleak.agent.collect.SessionFinding;
import io.github.tlsleak.agent.output.JsonLine;
import io.github.tlsleak.common.labels.Labels;
import io.github.tlsleak.common.schema.LogFields;
import io.github.tlsleak.common.schema.MetaFields;
import io.github.tlsleak.common.schema.ReportSchema;
import io.github.tlsleak.common.text.IsoTime;

/**
 * Messages of the log as JSON: one object a line, in ASCII, so that no charset and no control
 * character breaks a line. Immutable, thread-safe.
 */
final class JsonLog {

    private final Labels labels;

    /**
     * @param labels stand in each line
     */
    JsonLog(Labels labels) {
        this.labels = labels;
    }

    /** A message that is no finding. */
    String message(String level, String text) {
        return end(begin(level, System.currentTimeMillis(), text));
    }

    /** The last message, with its numbers. */
    String summary(String text, JsonLine counts) {
        JsonLine line = begin("INFO", System.currentTimeMillis(), firstLine(text));
        return end(line.putRaw(LogFields.SUMMARY, counts.toString()));
    }

    /**
     * A finding on a session.
     *
     * @param text the same in words
     * @param count of such findings of the site so far
     */
    String finding(String level, String text, SessionFinding f, long count) {
        JsonLine line = begin(level, f.time, firstLine(text));
        FindingJson.put(line, f);
        return end(line.put(ReportSchema.COUNT, count));
    }

    /** A finding on many objects of a site. */
    String finding(String level, String text, GroupFinding f) {
        JsonLine line = begin(level, f.time, firstLine(text));
        FindingJson.put(line, f);
        return end(line);
    }

    private static JsonLine begin(String level, long time, String message) {
        return new JsonLine()
                .put(ReportSchema.TIME, IsoTime.of(time))
                .put(LogFields.LEVEL, level)
                .put(LogFields.MESSAGE, message);
    }

    private String end(JsonLine line) {
        return ascii(line.putTexts(MetaFields.LABELS, labels.asMap()).toString());
    }

    private static String firstLine(String text) {
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end);
    }

    /** Other characters stand inside strings only, where an escape stands for each. */
    private static String ascii(String json) {
        StringBuilder out = null;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (c > '~' && out == null) {
                out = new StringBuilder(json.length() + 64).append(json, 0, i);
            }
            if (out != null && c > '~') {
                out.append("\\u").append(Integer.toHexString(c | 0x10000).substring(1));
            } else if (out != null) {
                out.append(c);
            }
        }
        return out == null ? json : out.toString();
    }
}
