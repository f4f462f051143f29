package io.github.tlsleak.cli.attach;

import java.io.File;

/** Loads an agent into another JVM. Used by one thread. */
public interface AgentLoad {

    /**
     * Loads an agent. Returns when the entry method of the agent has returned.
     *
     * @throws Exception if loading failed, and perhaps although the agent ran: JDK 8 takes the
     *     answer of newer JVMs for a failure
     */
    void load(long pid, File jar, String arguments) throws Exception;
}
