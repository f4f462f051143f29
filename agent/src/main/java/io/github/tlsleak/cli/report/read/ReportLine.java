package io.github.tlsleak.cli.report.read;

import io.github.tlsleak.cli.report.model.names.ThreadPool;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One line of a report, with the fields that are read. Its texts are cut and cleaned: they hold no
 * control characters. The parser fills the same object again for the next line, so keep values, not
 * the line. Used by one thread.
 */
public final class ReportLine {

    private static final int FIELDS = Field.values().length;

    private final String[] texts = new String[FIELDS];
    private final long[] numbers = new long[FIELDS];
    private final Object[] lists = new Object[FIELDS];

    // the number of the line that set each of them last: so a line is emptied without touching them
    private final long[] textOf = new long[FIELDS];
    private final long[] numberOf = new long[FIELDS];
    private final long[] listOf = new long[FIELDS];
    private long line = 1;
    private boolean hasLists;

    /** What {@link LineNames} made; null if it made nothing. */
    @Nullable String pool;

    @Nullable String peer;

    /** Empties the line. */
    void clear() {
        line++;
        pool = null;
        peer = null;
        if (hasLists) {
            hasLists = false;
            Arrays.fill(lists, null);
        }
    }

    public void put(Field field, String value) {
        texts[field.slot] = value;
        textOf[field.slot] = line;
    }

    /** Sets a number. In a field that is a time, the number is milliseconds since 1970. */
    public void put(Field field, long value) {
        numbers[field.slot] = value;
        numberOf[field.slot] = line;
    }

    void put(Field field, List<String> values) {
        putList(field, values);
    }

    void put(Field field, Map<String, ?> counts) {
        putList(field, counts);
    }

    private void putList(Field field, Object value) {
        lists[field.slot] = value;
        listOf[field.slot] = line;
        hasLists = true;
    }

    /** The type of the line, or null if it has none. */
    public @Nullable String type() {
        return text(Field.TYPE);
    }

    /** A text, or null if there is none. */
    public @Nullable String text(Field field) {
        return textOf[field.slot] != line ? null : texts[field.slot];
    }

    /** The pool of the thread, or null if there is no thread. */
    public @Nullable String pool() {
        String thread = text(Field.THREAD);
        return pool != null || thread == null ? pool : ThreadPool.of(thread);
    }

    /**
     * Host and port of the peer, or null. Of a server's clients the host alone, because each client
     * has its own port.
     */
    public @Nullable String peer() {
        String host = text(Field.PEER_HOST);
        if (peer != null || host == null || !LineNames.hasPort(this)) {
            return peer == null ? host : peer;
        }
        return host + ':' + number(Field.PEER_PORT, 0);
    }

    /** A text that every line of this type has: {@link ReportReader} leaves out a line without. */
    public String required(Field field) {
        return Objects.requireNonNull(text(field), field.name());
    }

    /** A number, or {@code otherwise} if there is none. */
    public long number(Field field, long otherwise) {
        return numberOf[field.slot] != line ? otherwise : numbers[field.slot];
    }

    /** A time in milliseconds since 1970, or {@link ReportTimes#UNKNOWN}. */
    public long time(Field field) {
        return number(field, ReportTimes.UNKNOWN);
    }

    /** An array's texts; empty if there is none. */
    @SuppressWarnings("unchecked")
    public List<String> list(Field field) {
        return listOf[field.slot] != line || !(lists[field.slot] instanceof List)
                ? Collections.<String>emptyList()
                : (List<String>) lists[field.slot];
    }

    /** An object's numbers by name; empty if there is none. */
    @SuppressWarnings("unchecked")
    public Map<String, Long> counts(Field field) {
        boolean none = listOf[field.slot] != line || !(lists[field.slot] instanceof Map);
        return none ? Collections.<String, Long>emptyMap() : (Map<String, Long>) lists[field.slot];
    }

    /** An object's texts by name, such as labels; empty if there is none. */
    @SuppressWarnings("unchecked")
    public Map<String, String> labels(Field field) {
        boolean none = listOf[field.slot] != line || !(lists[field.slot] instanceof Map);
        return none
                ? Collections.<String, String>emptyMap()
                : (Map<String, String>) lists[field.slot];
    }

    public boolean has(Field field) {
        return textOf[field.slot] == line
                || numberOf[field.slot] == line
                || listOf[field.slot] == line;
    }
}
