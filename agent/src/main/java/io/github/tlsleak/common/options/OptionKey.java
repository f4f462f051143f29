package io.github.tlsleak.common.options;

import static io.github.tlsleak.common.options.OptionKey.Change.FIXED;
import static io.github.tlsleak.common.options.OptionKey.Change.LIVE;
import static io.github.tlsleak.common.options.OptionType.choice;
import static io.github.tlsleak.common.options.OptionType.collector;
import static io.github.tlsleak.common.options.OptionType.count;
import static io.github.tlsleak.common.options.OptionType.duration;
import static io.github.tlsleak.common.options.OptionType.flag;
import static io.github.tlsleak.common.options.OptionType.input;
import static io.github.tlsleak.common.options.OptionType.integer;
import static io.github.tlsleak.common.options.OptionType.labels;
import static io.github.tlsleak.common.options.OptionType.list;
import static io.github.tlsleak.common.options.OptionType.log;
import static io.github.tlsleak.common.options.OptionType.mode;
import static io.github.tlsleak.common.options.OptionType.output;
import static io.github.tlsleak.common.options.OptionType.size;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * All options, one line each: name, type, default, help text, and whether the option may change
 * while the agent runs. Checks, {@code set}, the help of commands and the tables in the documents
 * derive from these lines. Immutable, thread-safe.
 */
public enum OptionKey {
    ENABLED("enabled", flag(), "true", LIVE, "false: the agent does nothing at all"),
    STRICT("strict", flag(), "false", FIXED, "report known behaviours with their full severity"),
    APP_PACKAGES("app.packages", list(), "", FIXED, "packages of the application, comma-separated"),
    THRESHOLD(
            "threshold",
            duration(0),
            "off",
            LIVE,
            "report sessions that are idle, half closed or retained for longer"),
    STACK_DEPTH("stack.depth", integer(0, 1024), "64", LIVE, "frames kept of a stack; 0 for none"),
    SAMPLE("sample", count(), "1", LIVE, "follow one session in N"),
    REPORT(
            "report",
            output(),
            "off",
            LIVE,
            "write JSON lines to this file (%p pid, %t start, %h host), - for stdout"),
    REPORT_MAX("report.max", size(1024), "64m", FIXED, "rotate the report at this size"),
    REPORT_MODE("report.mode", mode(), "0600", FIXED, "permissions of new report and log files"),
    LABELS(
            "labels",
            labels(),
            "",
            FIXED,
            "what the process is called: service:shop,pod:${POD_NAME}"),
    LOG("log", log(), "stderr", LIVE, "where the log goes: stderr, stdout, off or a file"),
    LOG_FORMAT("log.format", choice("text", "json"), "text", FIXED, "json: one line a message"),
    SUPPRESSIONS("suppressions", input(), "", FIXED, "file of rules that take findings out"),
    BASELINE("baseline", input(), "", FIXED, "file of accepted sites; any other is marked new"),
    CONTEXT_CHURN("context.churn", count(), "20", FIXED, "contexts of a site that make a churn"),
    CONTEXT_LIVE(
            "context.live", count(), "100", FIXED, "live contexts of a site that make a hoard"),
    STUCK(
            "stuck",
            duration(0),
            "60s",
            LIVE,
            "report handshakes, closes and half-dead sessions that do not end for longer"),
    SESSION_LIVE(
            "session.live", count(), "100", FIXED, "live sessions of a site that make a hoard"),
    SESSION_CACHE(
            "session.cache",
            count(),
            "1000",
            FIXED,
            "sessions in one TLS session cache that are many"),
    GC_INTERVAL(
            "gc.interval",
            duration(100),
            "off",
            LIVE,
            "collect garbage after this time without a collection"),
    GC_AT_EXIT(
            "gc.at.exit",
            choice("auto", "true", "false"),
            "auto",
            LIVE,
            "collect garbage at the end; auto: for tests, builds, and with gc.interval"),
    DUMP_AT_EXIT(
            "dump.at.exit",
            flag(),
            "true",
            FIXED,
            "list open sessions in the summary when the JVM ends"),
    TOOLS("tools", flag(), "false", FIXED, "follow the JDK's own tools (keytool, javac), too"),
    JFR("jfr", flag(), "true", FIXED, "commit events when a flight recording runs"),
    JMX("jmx", flag(), "true", FIXED, "register an MBean when there is a server"),
    OTLP(
            "otlp",
            collector(),
            "off",
            FIXED,
            "OpenTelemetry collector for findings and metrics: URL or env"),
    CONFIG("config", input(), "", FIXED, "properties file with further options");

    /** Whether an option may change while the agent runs. */
    enum Change {
        FIXED,
        LIVE
    }

    private final String key;
    private final OptionType type;
    private final String defaultText;
    private final Change change;
    private final String description;

    OptionKey(String key, OptionType type, String defaultText, Change change, String description) {
        this.key = key;
        this.type = type;
        this.defaultText = defaultText;
        this.change = change;
        this.description = description;
    }

    /** The name as users write it, such as {@code stack.depth}. */
    public String key() {
        return key;
    }

    /** The option with a given name; null if there is none. */
    public static @Nullable OptionKey of(String key) {
        for (OptionKey option : values()) {
            if (option.key.equals(key)) {
                return option;
            }
        }
        return null;
    }

    /** Whether the option may be changed while the agent runs. */
    public boolean isLive() {
        return change == Change.LIVE;
    }

    /** The names of the options that may be changed while the agent runs. */
    public static List<String> liveKeys() {
        List<String> names = new ArrayList<>();
        for (OptionKey option : values()) {
            if (option.isLive()) {
                names.add(option.key);
            }
        }
        return names;
    }

    /** Whether a value names a file. The name may be relative to the user's directory. */
    boolean isFile(@Nullable Object value) {
        return type.isFile(value);
    }

    /** Whether the agent writes the file that the option names; false: it reads the file. */
    public boolean isWritten() {
        return type.isWritten();
    }

    /** One line for the help text. */
    public String description() {
        return description;
    }

    /** The default as users would write it; empty for none. */
    public String defaultText() {
        return defaultText;
    }

    /** The environment variable that sets this option, such as {@code TLSLEAK_STACK_DEPTH}. */
    public String environmentName() {
        return "TLSLEAK_" + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    /** The default as a value of this option's type; null for no file. */
    @Nullable Object defaultValue() {
        return type.parseDefault(defaultText);
    }

    /**
     * Parses a text to a Boolean, a Long (number, bytes or milliseconds), a list or a string.
     *
     * @throws IllegalArgumentException with a message for the user if the text cannot be parsed
     */
    public @Nullable Object parse(String text) {
        return type.parse(text);
    }

    /** The inverse of {@link #parse}: a text that {@code parse} turns into an equal value. */
    String format(@Nullable Object value) {
        return type.format(value);
    }
}
