package io.github.tlsleak.common.options;

import io.github.tlsleak.common.labels.LabelText;
import io.github.tlsleak.common.text.DidYouMean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The type of an option: a flag, a number, a duration, a file and so on. Parses and formats values.
 * Immutable, thread-safe.
 */
final class OptionType {

    private enum Kind {
        FLAG,
        INTEGER,
        DURATION,
        SIZE,
        LIST,
        LABELS,
        MODE,
        INPUT,
        OUTPUT,
        LOG,
        CHOICE,
        COLLECTOR
    }

    /** The values of a log that name no file. */
    private static final List<String> LOG_WORDS =
            Collections.unmodifiableList(Arrays.asList("stderr", "stdout", "off"));

    /** The name of a report that is standard output. */
    private static final String STDOUT = "-";

    private final Kind kind;
    private final long min;
    private final long max;
    private final List<String> words;

    private OptionType(Kind kind, long min, long max) {
        this.kind = kind;
        this.min = min;
        this.max = max;
        this.words = LOG_WORDS;
    }

    private OptionType(List<String> words) {
        this.kind = Kind.CHOICE;
        this.min = 0;
        this.max = 0;
        this.words = words;
    }

    /** {@code true} or {@code false}; a Boolean. */
    static OptionType flag() {
        return new OptionType(Kind.FLAG, 0, 0);
    }

    /** A whole number in a range, both ends included; a Long. */
    static OptionType integer(int min, int max) {
        return new OptionType(Kind.INTEGER, min, max);
    }

    /** A whole number, at least 1; a Long in the range of an int. */
    static OptionType count() {
        return integer(1, Integer.MAX_VALUE);
    }

    /** {@code off}, or {@code min} milliseconds or more; a Long, 0 for {@code off}. */
    static OptionType duration(long min) {
        return new OptionType(Kind.DURATION, min, Long.MAX_VALUE);
    }

    /** {@code min} bytes or more; a Long. */
    static OptionType size(long min) {
        return new OptionType(Kind.SIZE, min, Long.MAX_VALUE);
    }

    /** Words with commas between them; a list of strings that may be empty. */
    static OptionType list() {
        return new OptionType(Kind.LIST, 0, 0);
    }

    /** Labels, or {@code off}; a string that is empty for none. */
    static OptionType labels() {
        return new OptionType(Kind.LABELS, 0, 0);
    }

    /** Permissions of a new file; a Long, its bits. */
    static OptionType mode() {
        return new OptionType(Kind.MODE, 0, 0);
    }

    /** A file to read; a string, or null for none. */
    static OptionType input() {
        return new OptionType(Kind.INPUT, 0, 0);
    }

    /** A file to write, {@code -} or {@code off}; a string, null for {@code off}. */
    static OptionType output() {
        return new OptionType(Kind.OUTPUT, 0, 0);
    }

    /** One of some words; a string. */
    static OptionType choice(String... words) {
        return new OptionType(Collections.unmodifiableList(Arrays.asList(words)));
    }

    /** {@code off}, {@code env} or a URL of http or https; a string, null for {@code off}. */
    static OptionType collector() {
        return new OptionType(Kind.COLLECTOR, 0, 0);
    }

    /** {@code stderr}, {@code stdout}, {@code off} or a file to write; a string. */
    static OptionType log() {
        return new OptionType(Kind.LOG, 0, 0);
    }

    /** Whether a value names a file. The name may be relative to the user's directory. */
    boolean isFile(@Nullable Object value) {
        boolean names = kind == Kind.INPUT || isWritten();
        boolean word = kind == Kind.LOG ? LOG_WORDS.contains(value) : STDOUT.equals(value);
        return names && value != null && !word;
    }

    /** Whether the agent writes the file that a value names; false: it reads the file. */
    boolean isWritten() {
        return kind == Kind.OUTPUT || kind == Kind.LOG;
    }

    /** The value of a default; null for an empty text where a file to read is expected. */
    @Nullable Object parseDefault(String text) {
        return kind == Kind.INPUT && text.isEmpty() ? null : parse(text);
    }

    /** See {@link OptionKey#parse}. */
    @Nullable Object parse(String text) {
        switch (kind) {
            case FLAG:
                return OptionValues.bool(text);
            case INTEGER:
                return OptionValues.integer(text, min, max);
            case DURATION:
                return parseDuration(text);
            case SIZE:
                return atLeast(OptionValues.size(text), " bytes");
            case LIST:
                return OptionValues.list(text);
            case MODE:
                return OptionValues.mode(text);
            case LABELS:
                return labels(text);
            case LOG:
                return OptionValues.fileName(logTarget(notEmpty(text)));
            case CHOICE:
                return word(text);
            case COLLECTOR:
                return CollectorUrl.parse(text);
            case OUTPUT:
                return notEmpty(text).equals("off") ? null : OptionValues.fileName(text);
            default:
                return OptionValues.fileName(notEmpty(text));
        }
    }

    /** The inverse of {@link #parse}: a text that {@code parse} turns into an equal value. */
    String format(@Nullable Object value) {
        if (value == null) {
            return "off";
        }
        if (kind == Kind.LIST) {
            return String.join(",", strings(value));
        }
        if (kind == Kind.MODE) {
            return "0" + Long.toOctalString((Long) value);
        }
        return kind == Kind.DURATION ? formatDuration((Long) value) : String.valueOf(value);
    }

    private static String formatDuration(long millis) {
        if (millis == 0) {
            return "off";
        }
        return millis % 1000 == 0 ? millis / 1000 + "s" : millis + "ms";
    }

    /** Casts a value of an option of type list. */
    static List<String> strings(Object list) {
        List<String> strings = new ArrayList<>();
        for (Object item : (List<?>) list) {
            strings.add(String.valueOf(item));
        }
        return Collections.unmodifiableList(strings);
    }

    private Long parseDuration(String text) {
        long millis = OptionValues.duration(text);
        return millis == 0 ? millis : atLeast(millis, "ms");
    }

    private Long atLeast(long value, String unit) {
        if (value < min) {
            throw new IllegalArgumentException("less than " + min + unit);
        }
        return value;
    }

    private static String labels(String text) {
        if (!text.equals(LabelText.OFF)) {
            LabelText.parse(text);
        }
        return text;
    }

    private String word(String text) {
        if (!words.contains(text)) {
            throw new IllegalArgumentException(
                    "not " + String.join(", ", words) + DidYouMean.hint(text, words));
        }
        return text;
    }

    private static String notEmpty(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("has no value");
        }
        return text;
    }

    private static String logTarget(String text) {
        // "stder" could be a file's name, but it is much more likely a typing mistake
        if (text.length() > 2
                && !LOG_WORDS.contains(text)
                && DidYouMean.nearest(text, LOG_WORDS) != null) {
            throw new IllegalArgumentException(
                    "not stderr, stdout, off or a file" + DidYouMean.hint(text, LOG_WORDS));
        }
        return text;
    }
}
