package io.github.tlsleak.common.options;

import io.github.tlsleak.common.text.DidYouMean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The options there are: one table for the agent, its messages and the command line. */
public enum OptionKey {
    ENABLED("enabled", Kind.BOOLEAN, "true", "false: the agent does nothing at all"),
    STRICT("strict", Kind.BOOLEAN, "false", "report what known behaviours would excuse, too"),
    APP_PACKAGES("app.packages", Kind.LIST, "", "packages of the application, comma-separated"),
    THRESHOLD("threshold", Kind.DURATION, "off", "report sessions idle or half closed for longer"),
    STACK_DEPTH("stack.depth", Kind.INTEGER, 0, 1024, "64", "frames kept a stack, 0 = none"),
    SAMPLE("sample", Kind.INTEGER, 1, Integer.MAX_VALUE, "1", "follow one session in so many"),
    REPORT("report", Kind.REPORT, null, "write JSON lines to this file (%p pid, %t time, %h host)"),
    REPORT_MAX("report.max", Kind.SIZE, 1024, Long.MAX_VALUE, "64m", "rotate the report there"),
    LOG("log", Kind.LOG, "stderr", "where the log goes: stderr, off or a file"),
    SUPPRESSIONS("suppressions", Kind.INPUT, null, "file of rules for leaks not to be reported"),
    BASELINE("baseline", Kind.INPUT, null, "file of accepted sites: any other is marked new"),
    CONTEXT_CHURN("context.churn", Kind.INTEGER, 1, Integer.MAX_VALUE, "20", "contexts a site"),
    CONTEXT_LIVE("context.live", Kind.INTEGER, 1, Integer.MAX_VALUE, "100", "live ones a site"),
    GC_INTERVAL("gc.interval", Kind.DURATION, 100, Long.MAX_VALUE, "off", "System.gc() that often"),
    DUMP_AT_EXIT("dump.at.exit", Kind.BOOLEAN, "true", "list still-open sessions at JVM exit"),
    TOOLS("tools", Kind.BOOLEAN, "false", "watch the JDK's own tools (keytool, javac), too"),
    JFR("jfr", Kind.BOOLEAN, "true", "commit events once somebody uses the flight recorder"),
    JMX("jmx", Kind.BOOLEAN, "true", "register an MBean once there is a server for it"),
    CONFIG("config", Kind.INPUT, null, "read further options from this properties file");

    /** What the text of an option is parsed as. */
    enum Kind {
        BOOLEAN,
        INTEGER,
        DURATION,
        SIZE,
        LIST,
        INPUT,
        REPORT,
        LOG
    }

    /** What may change while the agent runs. */
    private static final Set<OptionKey> CHANGEABLE =
            EnumSet.of(ENABLED, THRESHOLD, STACK_DEPTH, SAMPLE, REPORT, LOG, GC_INTERVAL);

    /** What a log may be besides a file. */
    private static final List<String> LOG_WORDS =
            Collections.unmodifiableList(Arrays.asList("stderr", "off"));

    private final String key;
    private final Kind kind;
    private final long min;
    private final long max;
    private final String defaultText;
    private final String description;

    OptionKey(String key, Kind kind, String defaultText, String description) {
        this(key, kind, 0, Long.MAX_VALUE, defaultText, description);
    }

    OptionKey(String key, Kind kind, long min, long max, String defaultText, String description) {
        this.key = key;
        this.kind = kind;
        this.min = min;
        this.max = max;
        this.defaultText = defaultText;
        this.description = description;
    }

    /** The name as users write it, such as {@code stack.depth}. */
    public String key() {
        return key;
    }

    /** The option of a name, or null. */
    public static OptionKey of(String key) {
        for (OptionKey option : values()) {
            if (option.key.equals(key)) {
                return option;
            }
        }
        return null;
    }

    /** Whether it may be changed while the agent runs. */
    public boolean isChangeable() {
        return CHANGEABLE.contains(this);
    }

    /** Whether a value names a file, which may be relative to the user's directory. */
    boolean isFile(Object value) {
        boolean names = kind == Kind.INPUT || isWritten();
        boolean word = kind == Kind.LOG && LOG_WORDS.contains(value);
        return names && value != null && !word;
    }

    /** Whether the file it names, if it does, is one to write; to read otherwise. */
    boolean isWritten() {
        return kind == Kind.REPORT || kind == Kind.LOG;
    }

    /** One line for the help text. */
    public String description() {
        return description;
    }

    /** The default as users would write it, or null if there is none. */
    public String defaultText() {
        return defaultText;
    }

    /** The environment variable that sets this option, such as {@code TLSLEAK_STACK_DEPTH}. */
    public String environmentName() {
        return "TLSLEAK_" + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    /** The default as a value of this option's type; null for a text that has none. */
    Object defaultValue() {
        return defaultText == null ? null : parse(defaultText);
    }

    /**
     * Boolean, Long (number, bytes or milliseconds), list or string.
     *
     * @throws IllegalArgumentException with a message for the user if the text is no such value
     */
    public Object parse(String text) {
        switch (kind) {
            case BOOLEAN:
                return OptionValues.bool(text);
            case INTEGER:
                return OptionValues.integer(text, min, max);
            case DURATION:
                return duration(text);
            case SIZE:
                return atLeast(OptionValues.size(text), " bytes");
            case LIST:
                return OptionValues.list(text);
            case LOG:
                return logTarget(notEmpty(text));
            case REPORT:
                return notEmpty(text).equals("off") ? null : text;
            default:
                return notEmpty(text);
        }
    }

    /** The inverse of {@link #parse}: a text that is parsed to an equal value. */
    String format(Object value) {
        if (kind == Kind.LIST) {
            return String.join(",", asStrings(value));
        }
        if (kind == Kind.DURATION) {
            return duration((Long) value);
        }
        if (value == null) {
            return "off";
        }
        return String.valueOf(value);
    }

    private static String duration(long millis) {
        if (millis == 0) {
            return "off";
        }
        return millis % 1000 == 0 ? millis / 1000 + "s" : millis + "ms";
    }

    private static List<String> asStrings(Object list) {
        List<String> strings = new ArrayList<>();
        for (Object item : (List<?>) list) {
            strings.add(String.valueOf(item));
        }
        return strings;
    }

    private Long duration(String text) {
        long millis = OptionValues.duration(text);
        return millis == 0 ? millis : atLeast(millis, "ms");
    }

    private Long atLeast(long value, String unit) {
        if (value < min) {
            throw new IllegalArgumentException("less than " + min + unit);
        }
        return value;
    }

    private static String notEmpty(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("has no value");
        }
        return text;
    }

    private static String logTarget(String text) {
        if (text.equals("stdout")) {
            throw new IllegalArgumentException("standard output belongs to the application");
        }
        // a file could be named so, but hardly anybody means that
        if (text.length() > 2
                && !LOG_WORDS.contains(text)
                && DidYouMean.nearest(text, LOG_WORDS) != null) {
            throw new IllegalArgumentException(
                    "not stderr, off or a file" + DidYouMean.hint(text, LOG_WORDS));
        }
        return text;
    }
}
