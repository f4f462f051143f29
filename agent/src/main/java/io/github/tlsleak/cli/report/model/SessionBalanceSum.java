package io.github.tlsleak.cli.report.model;

import io.github.tlsleak.cli.report.read.Field;
import io.github.tlsleak.cli.report.read.ReportLine;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What has become of all sessions of a JVM, as its last summary says. Each session is in exactly
 * one part of the sum. Agents of 0.1.0 did not write the sum. Used by one thread.
 */
public final class SessionBalanceSum {

    /** The numbers that are kept. */
    private static final Field[] NUMBERS = {
        Field.CREATED,
        Field.SESSIONS,
        Field.CLOSED,
        Field.OPEN,
        Field.NOT_USED_YET,
        Field.AWAITING_VERDICT,
        Field.NOT_JUDGED,
        Field.SERVER_SOCKETS
    };

    private final Map<Field, Long> numbers = new EnumMap<>(Field.class);
    private final Map<String, Long> ended = new LinkedHashMap<>();
    private boolean whole;

    /** Takes a line of type summary. The last one counts. */
    void take(ReportLine line) {
        whole = line.has(Field.SESSIONS);
        numbers.clear();
        ended.clear();
        ended.putAll(line.counts(Field.ENDED));
        for (Field field : NUMBERS) {
            numbers.put(field, line.number(field, 0));
        }
    }

    /** Whether the summary has the whole sum. If not, it has created, closed and open only. */
    public boolean isWhole() {
        return whole;
    }

    /** Sessions that ended in another way than closed in order, by verdict. */
    public Map<String, Long> ended() {
        return Collections.unmodifiableMap(ended);
    }

    /** A number of the last summary; 0 if the summary does not have it. */
    public long number(Field field) {
        return numbers.getOrDefault(field, 0L);
    }
}
