package io.github.tlsleak.common.options;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/**
 * The agent's options, each from the first of agent arguments, system properties, environment and
 * config file that has a good value for it. Immutable, thread-safe.
 */
public final class Options {

    public static final String DEFAULT_ORIGIN = "default";

    private final Map<OptionKey, Object> values;
    private final Map<String, String> origins;

    Options(Map<OptionKey, Object> values, Map<String, String> origins) {
        this.values = new EnumMap<>(values);
        this.origins = Collections.unmodifiableMap(new LinkedHashMap<>(origins));
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
        Map<String, String> changedOrigins = new LinkedHashMap<>(origins);
        changedOrigins.put(key.key(), origin);
        return new Options(changed, changedOrigins);
    }

    /** Every key with its value as users write it. */
    public Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        for (OptionKey key : OptionKey.values()) {
            texts.put(key.key(), text(key));
        }
        return texts;
    }

    /** The value of an option: as {@link OptionKey#parse} makes it. */
    Object value(OptionKey key) {
        return values.get(key);
    }

    /** The value of an option as users write it. */
    public String text(OptionKey key) {
        Object value = values.get(key);
        String text = value == null ? "" : key.format(value);
        return text.isEmpty() ? (key.defaultText() == null ? "off" : "none") : text;
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

    /** False: the agent does nothing at all. */
    public boolean enabled() {
        return flag(OptionKey.ENABLED);
    }

    /** Whether known behaviours of libraries are reported like anything else. */
    public boolean strict() {
        return flag(OptionKey.STRICT);
    }

    /** Packages of the application as given; empty: everything that is not JDK or library. */
    public List<String> appPackages() {
        List<String> packages = new ArrayList<>();
        for (Object name : (List<?>) values.get(OptionKey.APP_PACKAGES)) {
            packages.add((String) name);
        }
        return Collections.unmodifiableList(packages);
    }

    /** How long a session may be idle or half closed, in milliseconds; 0: any time. */
    public long thresholdMillis() {
        return number(OptionKey.THRESHOLD);
    }

    /** Frames kept of each stack, 0 to 1024. */
    public int stackDepth() {
        return (int) number(OptionKey.STACK_DEPTH);
    }

    /** One session in so many is followed; at least 1. */
    public int sample() {
        return (int) number(OptionKey.SAMPLE);
    }

    /** The JSON-lines file as given, placeholders not expanded; null: none. */
    public String report() {
        return string(OptionKey.REPORT);
    }

    /** Bytes after which the report is rotated; at least 1024. */
    public long reportMaxBytes() {
        return number(OptionKey.REPORT_MAX);
    }

    /** {@code stderr}, {@code off} or a file. */
    public String log() {
        return string(OptionKey.LOG);
    }

    /** The suppressions file as given; null: none. */
    public String suppressions() {
        return string(OptionKey.SUPPRESSIONS);
    }

    /** The baseline file as given; null: none. */
    public String baseline() {
        return string(OptionKey.BASELINE);
    }

    /** Contexts from one site from which on they are churn; at least 1. */
    public int contextChurn() {
        return (int) number(OptionKey.CONTEXT_CHURN);
    }

    /** Live contexts from one site from which on they are a hoard; at least 1. */
    public int contextLive() {
        return (int) number(OptionKey.CONTEXT_LIVE);
    }

    /** Milliseconds without a collection after which one is asked for, at least 100; 0: never. */
    public long gcIntervalMillis() {
        return number(OptionKey.GC_INTERVAL);
    }

    /** Whether still-open sessions are listed at JVM exit. */
    public boolean dumpAtExit() {
        return flag(OptionKey.DUMP_AT_EXIT);
    }

    /** Whether the JDK's own tools are watched, too. */
    public boolean tools() {
        return flag(OptionKey.TOOLS);
    }

    /** Whether events are to be committed to the flight recorder. */
    public boolean jfr() {
        return flag(OptionKey.JFR);
    }

    /** Whether an MBean is to be registered. */
    public boolean jmx() {
        return flag(OptionKey.JMX);
    }

    /** The properties file that was asked for, readable or not; null: none. */
    public String config() {
        return string(OptionKey.CONFIG);
    }

    /** Every key and where its value came from, such as {@code environment}; unmodifiable. */
    public Map<String, String> origins() {
        return origins;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Options && values.equals(((Options) other).values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    /** The options that are not the default, as agent arguments: parsed again they are equal. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (OptionKey key : OptionKey.values()) {
            if (mustBeSaid(key)) {
                text.append(text.length() == 0 ? "" : ",").append(key.key()).append('=');
                text.append(OptionParser.quote(key.format(values.get(key))));
            }
        }
        return text.toString();
    }

    private boolean mustBeSaid(OptionKey key) {
        if (!Objects.equals(values.get(key), key.defaultValue())) {
            return true;
        }
        // a default that was asked for must win over the config file the next time, too
        boolean given = !DEFAULT_ORIGIN.equals(origins.get(key.key()));
        return given && config() != null;
    }

    private boolean flag(OptionKey key) {
        return (Boolean) values.get(key);
    }

    private long number(OptionKey key) {
        return (Long) values.get(key);
    }

    private String string(OptionKey key) {
        return (String) values.get(key);
    }
}
