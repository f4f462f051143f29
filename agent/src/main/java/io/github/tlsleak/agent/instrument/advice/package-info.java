/**
 * Says what each hooked method tells the agent: one class for each kind of hooked class, written as
 * data.
 *
 * <p>Loaded by the agent's own loader. No lambda here: all of it is loaded when a program first
 * uses TLS.
 */
package io.github.tlsleak.agent.instrument.advice;
