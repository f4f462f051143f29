package io.github.tlsleak.agent;

import io.github.tlsleak.Stderr;
import io.github.tlsleak.agent.command.Commands;
import io.github.tlsleak.agent.instrument.TlsGate;
import io.github.tlsleak.agent.output.log.AgentLog;
import io.github.tlsleak.agent.process.JdkTools;
import io.github.tlsleak.agent.process.Launch;
import io.github.tlsleak.common.options.OptionSources;
import io.github.tlsleak.common.options.Options;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;

/** Starts the agent: reads options, opens the log, waits for TLS or looks for it. */
public final class Agent {

    private Agent() {}

    /**
     * Called by the entry class, on the main thread before the application, or on the one that
     * serves attaching.
     *
     * @param given a {@code Map<String, String>}: {@code action} ({@code premain} or {@code
     *     attach}), {@code options}, and {@code base}, the caller's directory, if there is one; the
     *     {@code Instrumentation}; the agent's own loader
     * @return takes the requests to come, answers with exit code, line feed and text; null if the
     *     agent is not to run
     * @throws Exception if it cannot start; nothing is instrumented then
     */
    public static Function<Map<String, String>, String> start(Object[] given) throws Exception {
        Map<?, ?> request = (Map<?, ?>) given[0];
        Instrumentation instrumentation = (Instrumentation) given[1];
        boolean attached = "attach".equals(request.get("action"));
        Launch run = new Launch(attached, (ClassLoader) given[2], Stderr.open());
        if (attached || TlsGate.isTooLate(instrumentation)) {
            Commands commands =
                    begin(copy(request), run, instrumentation, new TlsGate(instrumentation, null));
            if (commands != null && attached) {
                commands.activation().install();
            } else if (commands != null) {
                commands.activation().run();
            }
            return commands;
        }
        if (isConfigured(request)) {
            Commands commands = begin(copy(request), run, instrumentation, null);
            if (commands != null) {
                commands.activation().waitForTls();
            }
            return commands;
        }
        if (JdkTools.isTool(command())) {
            return null;
        }
        DormantAgent dormant = new DormantAgent(run, instrumentation);
        dormant.begin();
        return dormant;
    }

    /** Whether anybody has set anything: it may be wrong, or ask for a report without TLS. */
    private static boolean isConfigured(Map<?, ?> request) {
        Object arguments = request.get("options");
        if (arguments != null && !arguments.toString().trim().isEmpty()) {
            return true;
        }
        for (String name : System.getenv().keySet()) {
            if (name.startsWith(OptionSources.ENVIRONMENT_PREFIX)) {
                return true;
            }
        }
        return !systemProperties().isEmpty();
    }

    /**
     * Reads the options; a report that was asked for begins at once, TLS or not.
     *
     * @param gate where the JVM asks, or null if there is none yet
     * @return null if the agent is not to run
     */
    static Commands begin(
            Map<String, String> request,
            Launch run,
            Instrumentation instrumentation,
            TlsGate gate) {
        List<String> warnings = new ArrayList<>();
        Options options =
                Options.load(
                        request.get("options"),
                        systemProperties(),
                        System.getenv(),
                        request.get("base"),
                        warnings);
        boolean tool = !run.attached && !options.tools && JdkTools.isTool(command());
        if (!options.enabled || tool) {
            return null;
        }
        AgentLog log = AgentLog.open(options.log, warnings, run.stderr);
        for (String warning : warnings) {
            log.warn(warning);
        }
        Activation activation = new Activation(run, options, log, instrumentation, gate);
        if (options.report != null) {
            activation.begin();
        }
        return new Commands(activation, log, warnings);
    }

    private static Map<String, String> copy(Map<?, ?> request) {
        Map<String, String> copy = new HashMap<>();
        for (Map.Entry<?, ?> entry : request.entrySet()) {
            copy.put(String.valueOf(entry.getKey()), String.valueOf(entry.getValue()));
        }
        return Collections.unmodifiableMap(copy);
    }

    private static Properties systemProperties() {
        Properties copy = new Properties();
        for (String name : System.getProperties().stringPropertyNames()) {
            if (name.startsWith(OptionSources.PROPERTY_PREFIX)) {
                copy.setProperty(name, System.getProperty(name));
            }
        }
        return copy;
    }

    private static String command() {
        return System.getProperty("sun.java.command");
    }
}
