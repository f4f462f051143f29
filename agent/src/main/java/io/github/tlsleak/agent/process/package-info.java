/**
 * What the agent knows about its own process: how it was started, its identity, its suppressed
 * errors.
 *
 * <p>Loaded by the agent's own loader. IMPORTS the JDK and {@code common} only.
 */
package io.github.tlsleak.agent.process;
