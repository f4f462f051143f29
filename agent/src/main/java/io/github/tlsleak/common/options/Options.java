package io.github.tlsleak.common.options;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The agent's options. The sources are agent arguments, system properties, environment and config
 * file, in this order; the first one with a good value wins. Each option is a field, so that hooks
 * read it without a look-up. Immutable, thread-safe.
 */
public final class Options extends OptionTable {

    public static final String DEFAULT_ORIGIN = "default";

    /** False: the agent does nothing at all. */
    public final boolean enabled = flag(OptionKey.ENABLED);

    /** Whether known behaviours are reported with their full severity. */
    public final boolean strict = flag(OptionKey.STRICT);

    /** Packages of the application as given; empty: all packages that are not JDK or library. */
    public final List<String> appPackages = list(OptionKey.APP_PACKAGES);

    /** How long a session may be idle or half closed, in milliseconds; 0: without limit. */
    public final long thresholdMillis = number(OptionKey.THRESHOLD);

    /** Frames kept of each stack, 0 to 1024. */
    public final int stackDepth = integer(OptionKey.STACK_DEPTH);

    /** N, where one session in N is followed; at least 1. */
    public final int sample = integer(OptionKey.SAMPLE);

    /**
     * The JSON-lines file as given, placeholders not expanded; {@code -}: standard output; null:
     * none.
     */
    public final @Nullable String report = string(OptionKey.REPORT);

    /** The size at which the report is rotated, in bytes; at least 1024. */
    public final long reportMaxBytes = number(OptionKey.REPORT_MAX);

    /** Permission bits of new report and log files, such as 0600. */
    public final int reportMode = integer(OptionKey.REPORT_MODE);

    /** The labels as given, variables not replaced; {@code off} for none at all. */
    public final String labels = target(OptionKey.LABELS);

    /** {@code stderr}, {@code stdout}, {@code off} or a file. */
    public final String log = target(OptionKey.LOG);

    /** {@code text} or {@code json}. */
    public final String logFormat = target(OptionKey.LOG_FORMAT);

    /** The suppressions file as given; null: none. */
    public final @Nullable String suppressions = string(OptionKey.SUPPRESSIONS);

    /** The baseline file as given; null: none. */
    public final @Nullable String baseline = string(OptionKey.BASELINE);

    /** The number of contexts from one site that is a churn; at least 1. */
    public final int contextChurn = integer(OptionKey.CONTEXT_CHURN);

    /** The number of live contexts from one site that is a hoard; at least 1. */
    public final int contextLive = integer(OptionKey.CONTEXT_LIVE);

    /**
     * How long a handshake or a close may take, and a session may outlive its peer, in
     * milliseconds; 0: without limit.
     */
    public final long stuckMillis = number(OptionKey.STUCK);

    /** The number of live sessions from one site that is a hoard; at least 1. */
    public final int sessionLive = integer(OptionKey.SESSION_LIVE);

    /** The number of sessions in one TLS session cache that is too large; at least 1. */
    public final int sessionCache = integer(OptionKey.SESSION_CACHE);

    /** Time without a garbage collection until one is asked for: at least 100 ms; 0: never. */
    public final long gcIntervalMillis = number(OptionKey.GC_INTERVAL);

    /** {@code auto}, {@code true} or {@code false}: whether the end of the JVM collects garbage. */
    public final String gcAtExit = target(OptionKey.GC_AT_EXIT);

    /** Whether open sessions are listed when the JVM ends. */
    public final boolean dumpAtExit = flag(OptionKey.DUMP_AT_EXIT);

    /** Whether the agent follows the JDK's own tools, too. */
    public final boolean tools = flag(OptionKey.TOOLS);

    /** Whether events are to be committed to the flight recorder. */
    public final boolean jfr = flag(OptionKey.JFR);

    /** Whether an MBean is to be registered. */
    public final boolean jmx = flag(OptionKey.JMX);

    /** The URL of the OpenTelemetry collector, or {@code env}; null: none. */
    public final @Nullable String otlp = string(OptionKey.OTLP);

    /** The properties file that was asked for, readable or not; null: none. */
    public final @Nullable String config = string(OptionKey.CONFIG);

    /** Takes a value and an origin for every option. */
    Options(Map<OptionKey, Object> values, Map<String, String> origins) {
        super(values, origins);
    }

    /**
     * Reads the options. Never throws on bad input: an unknown key or a bad value adds one line to
     * {@code warnings}. The next source with a good value applies then, or the default.
     *
     * @param agentArgs {@code key=value,key="a,b"}
     * @param system system properties; those named {@code tlsleak.key} are read
     * @param env environment variables; those named {@code TLSLEAK_KEY} are read
     * @param warnings one line is added for each mistake
     */
    public static Options load(
            @Nullable String agentArgs,
            Properties system,
            Map<String, String> env,
            List<String> warnings) {
        return new OptionLoader(null, warnings).load(agentArgs, system, env);
    }

    /**
     * As {@link #load}, for arguments that come from a command line in another directory.
     *
     * @param base that directory: file names in arguments and config file are relative to it
     */
    public static Options load(
            @Nullable String agentArgs,
            Properties system,
            Map<String, String> env,
            @Nullable String base,
            List<String> warnings) {
        return new OptionLoader(base, warnings).load(agentArgs, system, env);
    }

    /**
     * A copy of these options with one value changed.
     *
     * @param key the option to change
     * @param value its new value
     * @param origin where the new value came from
     */
    public Options with(OptionKey key, @Nullable Object value, String origin) {
        Map<OptionKey, Object> changed = new EnumMap<>(values);
        changed.put(key, value);
        Map<String, String> changedOrigins = new LinkedHashMap<>(origins());
        changedOrigins.put(key.key(), origin);
        return new Options(changed, changedOrigins);
    }

    /**
     * Joins the words of a command line, {@code key=value} each, to agent arguments. Values with
     * commas are quoted. A word with several options is split.
     *
     * @param words as the shell gives them
     * @return agent arguments
     */
    public static String arguments(List<String> words) {
        return OptionParser.join(words);
    }
}
