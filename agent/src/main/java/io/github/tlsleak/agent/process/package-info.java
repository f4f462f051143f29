/**
 * What the agent knows of its own process: how it was started, its identity, its memory, its
 * suppressed errors.
 *
 * <p>Loaded by the agent's own loader. IMPORTS the JDK and {@code common} only.
 */
package io.github.tlsleak.agent.process;
