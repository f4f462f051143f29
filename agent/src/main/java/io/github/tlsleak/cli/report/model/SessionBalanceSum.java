package io.github.tlsleak.cli.report.model;

import io.github.tlsleak.cli.report.read.Field;
import io.github.tlsleak.cli.report.read.ReportLine;
import io.github.tlsleak.cli.report.row.Row;
import io.github.tlsleak.cli.report.row.RowField;
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

    /** Where rows have them, in the same order. */
    private static final RowField[] ROW_FIELDS = {
        RowField.CREATED,
        RowField.SESSIONS,
        RowField.CLOSED,
        RowField.OPEN,
        RowField.NOT_USED_YET,
        RowField.AWAITING_VERDICT,
        RowField.NOT_JUDGED,
        RowField.SERVER_SOCKETS
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

    /** Puts the numbers into a row. */
    void save(Row row) {
        for (int i = 0; i < NUMBERS.length; i++) {
            boolean kept = whole || NUMBERS[i] != Field.SESSIONS;
            if (kept) {
                row.put(ROW_FIELDS[i], number(NUMBERS[i]));
            }
        }
        row.put(RowField.ENDED, ended);
    }

    /** Takes the numbers of a row. */
    void load(Row row) {
        whole = row.has(RowField.SESSIONS);
        numbers.clear();
        ended.clear();
        ended.putAll(row.counts(RowField.ENDED));
        for (int i = 0; i < NUMBERS.length; i++) {
            numbers.put(NUMBERS[i], row.count(ROW_FIELDS[i]));
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
