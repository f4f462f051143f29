/**
 * The texts of status, dump and the summary: the agent and the sessions that it follows.
 *
 * <p>Loaded by the agent's own loader; runs on the agent's thread and when the JVM ends.
 */
@NullMarked
package io.github.tlsleak.agent.output.status;

import org.jspecify.annotations.NullMarked;
