package io.github.tlsleak.junit;

import io.github.tlsleak.test.AgentUnavailableException;
import io.github.tlsleak.test.TestScopes;
import org.jspecify.annotations.Nullable;

/**
 * Tells the agent which test runs on this thread, as long as there is an agent. Stateless,
 * thread-safe.
 */
final class Scopes {

    private Scopes() {}

    static void begin(String id, @Nullable String parent, String name, boolean container) {
        if (!AgentInJvm.isStarted()) {
            return;
        }
        try {
            TestScopes.begin(id, parent, name, container);
        } catch (AgentUnavailableException e) {
            AgentInJvm.absent(String.valueOf(e.getMessage()));
        }
    }

    static void end(String id) {
        if (!AgentInJvm.isStarted()) {
            return;
        }
        try {
            TestScopes.end(id);
        } catch (AgentUnavailableException e) {
            AgentInJvm.absent(String.valueOf(e.getMessage()));
        }
    }
}
