/**
 * What status, dump and the summary at the end say of the agent and of the sessions it follows.
 *
 * <p>Loaded by the agent's own loader; runs on the agent's thread and when the JVM ends.
 */
package io.github.tlsleak.agent.output.status;
