package io.github.tlsleak.test;

import java.util.Collections;
import java.util.List;

/**
 * Finds TLS sessions that the code between two moments has leaked, for any test framework:
 *
 * <pre>
 * Mark mark = TlsLeaks.mark();
 * ...
 * TlsLeaks.settle();
 * assertEquals(Collections.emptyList(), TlsLeaks.since(mark));
 * </pre>
 *
 * <p>Thread-safe.
 */
public final class TlsLeaks {

    private TlsLeaks() {}

    /**
     * This moment. The first call brings the agent into this JVM, which takes about a second,
     * unless {@code -javaagent} has.
     *
     * @throws AgentUnavailableException if no agent can run in this JVM
     */
    public static Mark mark() {
        return new Mark(Long.parseLong(AgentStart.agent().ask(Step.MARK).trim()));
    }

    /**
     * Collects garbage until all that leaked so far has been found, a few seconds at most. Does
     * nothing if no session is left that could have leaked.
     *
     * @return false if the JVM does not collect on request ({@code -XX:+DisableExplicitGC})
     * @throws AgentUnavailableException if no agent can run in this JVM
     */
    public static boolean settle() {
        return Boolean.parseBoolean(AgentStart.agent().ask(Step.SETTLE).trim());
    }

    /**
     * What was found since a moment. Suppressed findings, and those at sites of the baseline, are
     * not among it.
     *
     * @param mark the moment
     * @return an immutable list, the oldest first, of all severities; empty if there is nothing
     * @throws AgentUnavailableException if no agent can run in this JVM
     */
    public static List<TlsFinding> since(Mark mark) {
        String reply =
                AgentStart.agent()
                        .ask(Step.SINCE, Collections.singletonMap("number", "" + mark.number));
        return TlsFinding.list(reply);
    }
}
