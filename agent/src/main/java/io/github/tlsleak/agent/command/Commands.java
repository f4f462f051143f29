package io.github.tlsleak.agent.command;

import io.github.tlsleak.agent.Activation;
import io.github.tlsleak.agent.RunningAgent;
import io.github.tlsleak.agent.output.log.AgentLog;
import io.github.tlsleak.agent.output.status.AgentStatus;
import io.github.tlsleak.agent.output.status.DumpJson;
import io.github.tlsleak.agent.output.status.DumpText;
import io.github.tlsleak.agent.output.status.StatusText;
import io.github.tlsleak.agent.output.status.TrackingState;
import io.github.tlsleak.common.Version;
import io.github.tlsleak.common.options.OptionValues;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Answers the requests of command lines: exit code, line feed, text. Called by one thread at a
 * time, that on which the JVM serves attaching.
 */
public final class Commands implements Function<Map<String, String>, String> {

    private final Activation activation;
    private final AgentLog log;
    private final List<String> warnings;

    /** Whether the attach that started this agent has its answer. */
    private boolean answered;

    public Commands(Activation activation, AgentLog log, List<String> warnings) {
        this.activation = activation;
        this.log = log;
        this.warnings = warnings;
        // one that came with the JVM was started by nobody who waits for an answer
        this.answered = !activation.launch().attached;
    }

    public Activation activation() {
        return activation;
    }

    @Override
    public String apply(Map<String, String> request) {
        String action = String.valueOf(request.get("action"));
        try {
            return perform(action, request);
        } catch (IllegalArgumentException e) {
            return "2\n" + e.getMessage() + '\n';
        } catch (RuntimeException e) {
            return "3\n" + action + " failed: " + e + '\n';
        }
    }

    private String perform(String action, Map<String, String> request) {
        switch (action) {
            case "attach":
                return "0\n" + attach(request);
            case "status":
                return "0\n" + StatusText.of(parts().facts.now(), parts().facts.standing());
            case "dump":
                return "0\n" + dump(request);
            case "set":
                return "0\n" + new OptionChange(parts(), request.get("base")).set(options(request));
            case "detach":
                return "0\n" + detach();
            default:
                return "2\nthe agent in this JVM, version "
                        + Version.current()
                        + ", knows no "
                        + OptionValues.show(action)
                        + '\n';
        }
    }

    private String attach(Map<String, String> request) {
        if (answered) {
            String ignored =
                    options(request).isEmpty()
                            ? ""
                            : "; the options given are not applied, use set, or detach first";
            return "already running, version "
                    + Version.current()
                    + " ("
                    + activation.launch().mode()
                    + ')'
                    + ignored
                    + '\n';
        }
        answered = true;
        String text = AttachText.of(parts(), warnings);
        log.info("attached, version " + Version.current());
        return text;
    }

    private String dump(Map<String, String> request) {
        RunningAgent parts = parts();
        String note = "";
        if (flag(request, "gc") && !collect(parts)) {
            note = "no collection happened: is the JVM run with -XX:+DisableExplicitGC?\n";
        }
        AgentStatus facts = parts.facts.now();
        TrackingState standing = parts.facts.standing();
        parts.reports.write(parts.facts.summary().json());
        boolean open = flag(request, "open");
        return "json".equals(request.get("format"))
                ? DumpJson.of(facts, standing, open)
                : note + DumpText.of(facts, standing, open);
    }

    private static boolean collect(RunningAgent parts) {
        try {
            return parts.collector.collect();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private String detach() {
        RunningAgent parts = parts();
        List<String> failed = parts.stop();
        long errors = parts.facts.errors();
        StringBuilder text = new StringBuilder("detached, version ").append(Version.current());
        text.append('\n');
        if (errors > 0) {
            text.append(errors).append(" errors of the agent, first: ");
            text.append(parts.facts.firstError()).append('\n');
        }
        for (String one : failed) {
            text.append("could not restore ").append(one).append('\n');
        }
        log.info("detached, version " + Version.current());
        log.close();
        return text.toString();
    }

    private RunningAgent parts() {
        return activation.parts();
    }

    private static String options(Map<String, String> request) {
        String options = request.get("options");
        return options == null ? "" : options;
    }

    private static boolean flag(Map<String, String> request, String name) {
        return Boolean.parseBoolean(request.get(name));
    }
}
