package io.github.tlsleak.agent;

import io.github.tlsleak.Request;
import io.github.tlsleak.Stderr;
import io.github.tlsleak.agent.instrument.TlsGate;
import io.github.tlsleak.agent.instrument.advice.JdkClasses;
import io.github.tlsleak.agent.output.log.AgentLog;
import io.github.tlsleak.agent.process.JdkTools;
import io.github.tlsleak.agent.process.Launch;
import io.github.tlsleak.common.labels.LabelFinder;
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
import org.jspecify.annotations.Nullable;

/**
 * Starts the agent: reads options, opens the log, then waits for TLS or starts at once. Stateless.
 */
public final class Agent {

    private Agent() {}

    /**
     * Called by the entry class: on the main thread before the application, or on the thread that
     * serves attaching.
     *
     * @param given the request, a {@code Map<String, String>} with the keys of {@link Request}
     *     ({@code action} is {@code premain} or {@code attach}); the {@code Instrumentation}; the
     *     agent's own loader
     * @return answers later requests with exit code, line feed and text; null if the agent is not
     *     to run
     * @throws Exception if the agent cannot start; nothing is instrumented then
     */
    public static @Nullable Function<Map<String, String>, String> start(Object[] given)
            throws Exception {
        Map<?, ?> request = (Map<?, ?>) given[0];
        Instrumentation instrumentation = (Instrumentation) given[1];
        boolean attached = Request.ATTACH.equals(request.get(Request.ACTION));
        Launch launch = new Launch(attached, (ClassLoader) given[2], Stderr.open());
        if (attached || JdkClasses.isOneLoaded(instrumentation)) {
            TlsGate gate = new TlsGate(instrumentation, null);
            Activation activation = begin(copy(request), launch, instrumentation, gate);
            if (activation != null && attached) {
                activation.install();
            } else if (activation != null) {
                activation.run();
            }
            return activation;
        }
        if (isConfigured(request)) {
            Activation activation = begin(copy(request), launch, instrumentation, null);
            if (activation != null) {
                activation.waitForTls();
            }
            return activation;
        }
        if (JdkTools.isTool(command())) {
            return null;
        }
        DormantAgent dormant = new DormantAgent(launch, instrumentation);
        dormant.begin();
        return dormant;
    }

    /** Whether any option is set: it may be wrong, or ask for a report without TLS. */
    private static boolean isConfigured(Map<?, ?> request) {
        Object arguments = request.get(Request.OPTIONS);
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
     * Reads the options. If they name a report, it begins at once, with or without TLS.
     *
     * @param gate the transformer that waits for TLS, or null if there is none yet
     * @return null if the agent is not to run
     */
    static @Nullable Activation begin(
            Map<String, String> request,
            Launch launch,
            Instrumentation instrumentation,
            @Nullable TlsGate gate) {
        List<String> warnings = new ArrayList<>();
        Options options =
                Options.load(
                        request.get(Request.OPTIONS),
                        systemProperties(),
                        System.getenv(),
                        request.get(Request.BASE),
                        warnings);
        boolean tool = !launch.attached && !options.tools && JdkTools.isTool(command());
        if (!options.enabled || tool) {
            return null;
        }
        Launch labelled =
                launch.with(
                        LabelFinder.find(
                                options.labels,
                                System.getenv(),
                                openTelemetryProperties(),
                                warnings));
        AgentLog log = AgentLog.open(options, labelled, warnings);
        for (String warning : warnings) {
            log.warn(warning);
        }
        Activation activation =
                new Activation(labelled, options, warnings, log, instrumentation, gate);
        if (options.report != null) {
            activation.begin();
        }
        return activation;
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

    private static Map<String, String> openTelemetryProperties() {
        Map<String, String> copy = new HashMap<>();
        copy.put(
                LabelFinder.SERVICE_PROPERTY, System.getProperty(LabelFinder.SERVICE_PROPERTY, ""));
        copy.put(
                LabelFinder.ATTRIBUTES_PROPERTY,
                System.getProperty(LabelFinder.ATTRIBUTES_PROPERTY, ""));
        return copy;
    }

    private static String command() {
        return System.getProperty("sun.java.command");
    }
}
