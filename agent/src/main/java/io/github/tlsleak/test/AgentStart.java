package io.github.tlsleak.test;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Brings the agent into this JVM, once: uses the one that {@code -javaagent} has brought, or
 * attaches. Thread-safe.
 */
public final class AgentStart {

    private static Map<String, String> options = Collections.emptyMap();
    private static @Nullable AgentConnection agent;
    private static @Nullable AgentUnavailableException failure;

    private AgentStart() {}

    /**
     * Options for the agent, in place of the defaults; before the first use. An agent that runs
     * already, and a system property {@code tlsleak.KEY} or environment variable of the same
     * option, are not changed. By default the log of an agent that is attached here is off.
     *
     * @param given values by key, such as {@code report} to {@code target/leaks.jsonl}
     */
    public static synchronized void options(Map<String, String> given) {
        options = Collections.unmodifiableMap(new LinkedHashMap<>(given));
    }

    /**
     * Whether an agent runs in this JVM, or can be brought here; brings it.
     *
     * @throws AgentUnavailableException if not, each time with the same reason
     */
    public static void ensure() {
        agent();
    }

    /** The agent; no thread sees it before it answers. */
    static synchronized AgentConnection agent() {
        AgentConnection current = agent;
        if (current != null) {
            return current;
        }
        if (failure != null) {
            // its stack is that of the first caller, so each caller gets one of its own
            throw new AgentUnavailableException(String.valueOf(failure.getMessage()));
        }
        try {
            current = AgentConnection.open();
            if (current == null) {
                SelfAttach.run(options);
                current = AgentConnection.open();
            }
            if (current == null) {
                throw new AgentUnavailableException(
                        "the agent was attached, but does not answer: is enabled=false set?");
            }
        } catch (AgentUnavailableException e) {
            failure = e;
            throw e;
        }
        agent = current;
        return current;
    }
}
