package io.github.tlsleak.agent.command;

import io.github.tlsleak.agent.observe.HookSwitch;
import io.github.tlsleak.agent.output.file.JsonReport;
import io.github.tlsleak.agent.output.file.ReportSwitch;
import io.github.tlsleak.agent.output.log.AgentLog;
import io.github.tlsleak.common.options.CurrentOptions;
import io.github.tlsleak.common.options.OptionFiles;
import io.github.tlsleak.common.options.OptionKey;
import io.github.tlsleak.common.options.OptionLoader;
import io.github.tlsleak.common.options.OptionParser;
import io.github.tlsleak.common.options.OptionValues;
import io.github.tlsleak.common.options.Options;
import io.github.tlsleak.common.text.DidYouMean;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Changes options while the agent runs. Whoever reads options asks {@link CurrentOptions}; what
 * else a change needs is done here. Thread-safe.
 */
public final class OptionChange {

    private final CurrentOptions options;
    private final HookSwitch hooks;
    private final AgentLog log;
    private final ReportSwitch reports;
    private final StatusSource status;

    /**
     * @param options the options in force
     * @param hooks for {@code enabled}
     * @param log for {@code log}
     * @param reports for {@code report}
     * @param status gives the summary that ends a report
     */
    public OptionChange(
            CurrentOptions options,
            HookSwitch hooks,
            AgentLog log,
            ReportSwitch reports,
            StatusSource status) {
        this.options = options;
        this.hooks = hooks;
        this.log = log;
        this.reports = reports;
        this.status = status;
    }

    /**
     * Changes options: all of them, or none if one of them is wrong.
     *
     * @param arguments {@code key=value,key=value}
     * @param base the directory that relative files are in, or null for the JVM's
     * @return a line for each: {@code key: old -> new}
     * @throws IllegalArgumentException with one line for the user
     */
    public synchronized String set(String arguments, @Nullable String base) {
        List<String> warnings = new ArrayList<>();
        Map<String, String> given = OptionParser.parse(arguments, warnings);
        check(given, base, warnings);
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, String> entry : given.entrySet()) {
            OptionKey key = changeable(entry.getKey());
            text.append(change(key, value(key, entry.getValue(), base))).append('\n');
        }
        return text.toString();
    }

    private void check(Map<String, String> given, @Nullable String base, List<String> warnings) {
        if (!warnings.isEmpty() || given.isEmpty()) {
            fail(warnings.isEmpty() ? "nothing to set, give key=value" : warnings.get(0));
        }
        for (Map.Entry<String, String> entry : given.entrySet()) {
            OptionKey key = changeable(entry.getKey());
            Object value = value(key, entry.getValue(), base);
            String problem = OptionFiles.problem(key, value);
            if (problem != null) {
                fail(problem);
            }
        }
    }

    private static OptionKey changeable(String name) {
        List<String> changeable = OptionKey.liveKeys();
        OptionKey key = OptionKey.of(name);
        if (key == null) {
            throw new IllegalArgumentException(
                    "unknown option "
                            + OptionValues.show(name)
                            + DidYouMean.hint(name, changeable));
        }
        if (!key.isLive()) {
            fail(
                    "option "
                            + OptionValues.show(name)
                            + " cannot be changed while the agent runs (these can: "
                            + String.join(", ", changeable)
                            + "); detach, then attach with it");
        }
        return key;
    }

    private static @Nullable Object value(OptionKey key, String text, @Nullable String base) {
        return OptionLoader.inBase(base, key, parse(key, text));
    }

    private static @Nullable Object parse(OptionKey key, String text) {
        try {
            return key.parse(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    key.key() + '=' + OptionValues.show(text) + ": " + e.getMessage());
        }
    }

    private String change(OptionKey key, @Nullable Object value) {
        Options before = options.get();
        Options after = before.with(key, value, "set at run time");
        act(key, after);
        options.publish(after);
        return key.key() + ": " + before.text(key) + " -> " + after.text(key);
    }

    /** Does what a change needs besides being known to whoever reads options. */
    private void act(OptionKey key, Options after) {
        switch (key) {
            case REPORT:
                report(after);
                break;
            case LOG:
                List<String> warnings = new ArrayList<>();
                log.switchTo(after.log, warnings);
                if (!warnings.isEmpty()) {
                    fail(warnings.get(0));
                }
                break;
            case ENABLED:
                enable(after.enabled);
                break;
            default:
                // its readers ask for it each time
                break;
        }
    }

    private void report(Options after) {
        List<String> warnings = new ArrayList<>();
        JsonReport before = reports.open(after, warnings);
        if (!warnings.isEmpty()) {
            fail(warnings.get(0));
        }
        if (before != null) {
            before.end(status.summary().json());
        }
    }

    private void enable(boolean enabled) {
        boolean was = options.get().enabled;
        if (was && !enabled) {
            hooks.pause();
        } else if (enabled && !was) {
            hooks.resume(true);
        }
    }

    private static void fail(String message) {
        throw new IllegalArgumentException(message);
    }
}
