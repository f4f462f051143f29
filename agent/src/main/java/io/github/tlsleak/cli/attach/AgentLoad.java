package io.github.tlsleak.cli.attach;

import java.io.File;

/** Loads an agent into another JVM. */
public interface AgentLoad {

    /**
     * Returns when the agent's entry method has returned, or throws something. An exception does
     * not mean that it did not run: JDK 8 takes the answer of newer JVMs for a failure.
     */
    void load(long pid, File jar, String arguments) throws Exception;
}
