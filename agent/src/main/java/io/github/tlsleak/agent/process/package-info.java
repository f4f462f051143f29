/**
 * What the agent knows about its own process: how it was started, its identity, its suppressed
 * errors, its TCP connections.
 *
 * <p>Loaded by the agent's own loader. IMPORTS the JDK and {@code common} only.
 */
@NullMarked
package io.github.tlsleak.agent.process;

import org.jspecify.annotations.NullMarked;
