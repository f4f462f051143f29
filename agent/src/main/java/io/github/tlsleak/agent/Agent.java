package io.github.tlsleak.agent;

import io.github.tlsleak.report.AgentLog;
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
        Map<String, String> request = copy((Map<?, ?>) given[0]);
        boolean attached = "attach".equals(request.get("action"));
        List<String> warnings = new ArrayList<>();
        Options options =
                Options.load(
                        request.get("options"),
                        systemProperties(),
                        System.getenv(),
                        request.get("base"),
                        warnings);
        boolean tool = !attached && !options.tools() && JdkTools.isTool(command());
        if (!options.enabled() || tool) {
            return null;
        }
        AgentLog log = AgentLog.open(options.log(), warnings);
        for (String warning : warnings) {
            log.warn(warning);
        }
        Activation activation =
                new Activation(
                        new Run(attached, (ClassLoader) given[2]),
                        options,
                        log,
                        (Instrumentation) given[1]);
        activation.install();
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
            if (name.startsWith("tlsleak.")) {
                copy.setProperty(name, System.getProperty(name));
            }
        }
        return copy;
    }

    private static String command() {
        return System.getProperty("sun.java.command");
    }
}
