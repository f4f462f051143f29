package io.github.tlsleak.test;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells the agent which test runs on which thread, so that each finding names the test that opened
 * the session ({@link TlsFinding#scope}). For those who connect a test framework. Thread-safe.
 *
 * <p>A thread that a test starts belongs to the test. What a thread of a container opens, or one of
 * a test that is over, belongs to the one test that runs, if exactly one does.
 */
public final class TestScopes {

    private static final String ID = "id";

    private TestScopes() {}

    /**
     * A test begins on this thread. Nothing happens if it has begun before.
     *
     * @param id tells it apart from all others of this JVM
     * @param parent id of the container, such as the class, that it belongs to; null for none
     * @param name for people: class and display name
     * @param container whether it holds tests, and is none itself
     * @throws AgentUnavailableException if no agent can run in this JVM
     */
    public static void begin(String id, @Nullable String parent, String name, boolean container) {
        Map<String, String> values = new HashMap<>();
        values.put(ID, id);
        if (parent != null) {
            values.put("parent", parent);
        }
        values.put("name", name);
        values.put("container", String.valueOf(container));
        AgentStart.agent().ask(Step.BEGIN, values);
    }

    /** The test ends. The thread belongs to what it belonged to before. */
    public static void end(String id) {
        AgentStart.agent().ask(Step.END, of(id));
    }

    /**
     * As {@link TlsLeaks#settle}, but does nothing if no session of one test, or of the tests in
     * one container, could have leaked.
     */
    public static boolean settle(String id) {
        return Boolean.parseBoolean(AgentStart.agent().ask(Step.SETTLE, of(id)).trim());
    }

    /**
     * The sessions that a test, or the tests in a container, opened and nobody has closed so far.
     *
     * @return an immutable list, the oldest first; their verdict is {@code OPEN}
     */
    public static List<TlsFinding> open(String id) {
        return TlsFinding.list(AgentStart.agent().ask(Step.OPEN, of(id)));
    }

    private static Map<String, String> of(String id) {
        return Collections.singletonMap(ID, id);
    }
}
