/**
 * Reads private fields of the JDK that have no public accessor.
 *
 * <p>Loaded by the agent's own loader; runs on application threads. A field that a JDK does not
 * have is a value that is not known, never an error.
 */
package io.github.tlsleak.agent.instrument.access;
