package io.github.tlsleak.agent;

import io.github.tlsleak.report.AgentLog;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** Starts the agent: reads options, opens the log, waits for TLS. */
public final class Agent {

    private Agent() {}

    /**
     * Called by the entry class, on the main thread, before the application.
     *
     * @param args the agent's arguments, may be null
     * @param instrumentation the JVM's
     * @param loader the agent's own loader
     * @throws Exception if it cannot start; nothing is instrumented then
     */
    public static void start(String args, Instrumentation instrumentation, ClassLoader loader)
            throws Exception {
        List<String> warnings = new ArrayList<>();
        Options options = Options.load(args, systemProperties(), environment(), warnings);
        if (!options.enabled() || (!options.tools() && JdkTools.isTool(command()))) {
            return;
        }
        AgentLog log = AgentLog.open(options.log(), warnings);
        for (String warning : warnings) {
            log.warn(warning);
        }
        new Activation(options, log, instrumentation).install();
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

    private static Map<String, String> environment() {
        return System.getenv();
    }

    private static String command() {
        return System.getProperty("sun.java.command");
    }
}
