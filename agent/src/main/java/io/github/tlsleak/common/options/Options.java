package io.github.tlsleak.common.options;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * The agent's options, each from the first of agent arguments, system properties, environment and
 * config file that has a good value for it. A field for each option, so that hooks read one without
 * a look-up. Immutable, thread-safe.
 */
public final class Options extends OptionTable {

    public static final String DEFAULT_ORIGIN = "default";

    /** False: the agent does nothing at all. */
    public final boolean enabled = flag(OptionKey.ENABLED);

    /** Whether known behaviours of libraries are reported like anything else. */
    public final boolean strict = flag(OptionKey.STRICT);

    /** Packages of the application as given; empty: everything that is not JDK or library. */
    public final List<String> appPackages = list(OptionKey.APP_PACKAGES);

    /** How long a session may be idle or half closed, in milliseconds; 0: any time. */
    public final long thresholdMillis = number(OptionKey.THRESHOLD);

    /** Frames kept of each stack, 0 to 1024. */
    public final int stackDepth = integer(OptionKey.STACK_DEPTH);

    /** One session in so many is followed; at least 1. */
    public final int sample = integer(OptionKey.SAMPLE);

    /** The JSON-lines file as given, placeholders not expanded; null: none. */
    public final String report = string(OptionKey.REPORT);

    /** Bytes after which the report is rotated; at least 1024. */
    public final long reportMaxBytes = number(OptionKey.REPORT_MAX);

    /** {@code stderr}, {@code off} or a file. */
    public final String log = string(OptionKey.LOG);

    /** The suppressions file as given; null: none. */
    public final String suppressions = string(OptionKey.SUPPRESSIONS);

    /** The baseline file as given; null: none. */
    public final String baseline = string(OptionKey.BASELINE);

    /** Contexts from one site from which on they are churn; at least 1. */
    public final int contextChurn = integer(OptionKey.CONTEXT_CHURN);

    /** Live contexts from one site from which on they are a hoard; at least 1. */
    public final int contextLive = integer(OptionKey.CONTEXT_LIVE);

    /** Milliseconds without a collection after which one is asked for, at least 100; 0: never. */
    public final long gcIntervalMillis = number(OptionKey.GC_INTERVAL);

    /** Whether still-open sessions are listed at JVM exit. */
    public final boolean dumpAtExit = flag(OptionKey.DUMP_AT_EXIT);

    /** Whether the JDK's own tools are watched, too. */
    public final boolean tools = flag(OptionKey.TOOLS);

    /** Whether events are to be committed to the flight recorder. */
    public final boolean jfr = flag(OptionKey.JFR);

    /** Whether an MBean is to be registered. */
    public final boolean jmx = flag(OptionKey.JMX);

    /** The properties file that was asked for, readable or not; null: none. */
    public final String config = string(OptionKey.CONFIG);

    /** Of every option a value and an origin. */
    Options(Map<OptionKey, Object> values, Map<String, String> origins) {
        super(values, origins);
    }

    /**
     * Reads the options. Never throws on bad input: an unknown key or bad value is one line in
     * {@code warnings}, and the next lower source or the default applies.
     *
     * @param agentArgs {@code key=value,key="a,b"}, or null
     * @param system where {@code tlsleak.key} is looked for
     * @param env where {@code TLSLEAK_KEY} is looked for
     * @param warnings is added to
     */
    public static Options load(
            String agentArgs, Properties system, Map<String, String> env, List<String> warnings) {
        return new OptionLoader(null, warnings).load(agentArgs, system, env);
    }

    /**
     * As {@link #load}, for arguments that come from a command line elsewhere.
     *
     * @param base the directory there: what arguments and config file name is relative to it
     */
    public static Options load(
            String agentArgs,
            Properties system,
            Map<String, String> env,
            String base,
            List<String> warnings) {
        return new OptionLoader(base, warnings).load(agentArgs, system, env);
    }

    /**
     * These options but for one.
     *
     * @param key which one
     * @param value its new value
     * @param origin where that came from
     */
    public Options with(OptionKey key, Object value, String origin) {
        Map<OptionKey, Object> changed = new EnumMap<>(values);
        changed.put(key, value);
        Map<String, String> changedOrigins = new LinkedHashMap<>(origins());
        changedOrigins.put(key.key(), origin);
        return new Options(changed, changedOrigins);
    }

    /**
     * Joins words of a command line, {@code key=value} each, to agent arguments; values with commas
     * are quoted on the way, and several options in one word are taken apart.
     *
     * @param words as the shell gives them
     * @return agent arguments
     */
    public static String arguments(List<String> words) {
        return OptionParser.join(words);
    }
}
