/**
 * Answers the requests of a command line, one class an action; changes options at run time; gathers
 * the agent's status.
 *
 * <p>Loaded by the agent's own loader; answers run on the thread on which the JVM serves attaching.
 * MUST NOT IMPORT {@code agent} itself: each class is given what it uses.
 */
@NullMarked
package io.github.tlsleak.agent.command;

import org.jspecify.annotations.NullMarked;
