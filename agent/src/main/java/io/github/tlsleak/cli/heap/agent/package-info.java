/**
 * What tlsleak in a dumped JVM knew of its sessions. {@link
 * io.github.tlsleak.cli.heap.agent.AgentKnowledge} is the entrance. Used by one thread.
 */
@NullMarked
package io.github.tlsleak.cli.heap.agent;

import org.jspecify.annotations.NullMarked;
