/**
 * Answers the requests of the command line: attach, status, dump, set, detach.
 *
 * <p>Loaded by the agent's own loader; runs on the agent's thread.
 */
package io.github.tlsleak.agent.command;
