package io.github.tlsleak.test;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Asks the agent in this JVM. The agent's entry class is that of the system class loader; this
 * class may be of another loader. Thread-safe.
 */
final class AgentConnection {

    private static final String ENTRY = "io.github.tlsleak.TlsLeak";
    private static final String DONE = "0\n";

    private final Method ask;

    private AgentConnection(Method ask) {
        this.ask = ask;
    }

    /**
     * Connects with the agent.
     *
     * @return null if there is none in this JVM
     * @throws AgentUnavailableException if there is one of a version that answers no tests
     */
    static @Nullable AgentConnection open() {
        Class<?> entry;
        try {
            entry = Class.forName(ENTRY, true, ClassLoader.getSystemClassLoader());
        } catch (ClassNotFoundException e) {
            return null;
        } catch (LinkageError e) {
            throw new AgentUnavailableException("its entry class cannot be loaded: " + e);
        }
        AgentConnection connection;
        try {
            connection = new AgentConnection(entry.getMethod("ask", Map.class));
        } catch (NoClassDefFoundError e) {
            // java.instrument is no module of this JVM before an agent is attached
            return null;
        } catch (NoSuchMethodException e) {
            throw new AgentUnavailableException(
                    "two versions of tlsleak meet in this JVM: "
                            + SelfAttach.place(entry)
                            + " is older than "
                            + SelfAttach.place(AgentConnection.class)
                            + "; keep one version, on the class path and in -javaagent");
        }
        return connection.reply(Step.MARK, Collections.<String, String>emptyMap()) == null
                ? null
                : connection;
    }

    /** Asks for a step. Returns the answer's text. */
    String ask(String step) {
        return ask(step, Collections.<String, String>emptyMap());
    }

    /**
     * Asks for a step.
     *
     * @param values by key
     * @return the answer's text
     */
    String ask(String step, Map<String, String> values) {
        String reply = reply(step, values);
        if (reply == null) {
            throw new AgentUnavailableException("the agent was detached from this JVM");
        }
        if (!reply.startsWith(DONE)) {
            throw new AgentUnavailableException(reply.substring(reply.indexOf('\n') + 1).trim());
        }
        return reply.substring(DONE.length());
    }

    private @Nullable String reply(String step, Map<String, String> values) {
        Map<String, String> request = new HashMap<>(values);
        request.put("action", "tests");
        request.put("step", step);
        try {
            return (String) ask.invoke(null, request);
        } catch (IllegalAccessException e) {
            throw new AgentUnavailableException("the agent's entry class is not accessible: " + e);
        } catch (InvocationTargetException e) {
            throw new AgentUnavailableException("the agent failed: " + e.getCause());
        }
    }
}
