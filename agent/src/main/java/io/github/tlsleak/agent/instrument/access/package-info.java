/**
 * Reads private fields of the JDK that have no public accessor.
 *
 * <p>Loaded by the agent's own loader; runs on application threads. IMPORTS {@code agent.provider}
 * and {@code agent.process}. If a JDK lacks a field, its value is not known; that is never an
 * error.
 */
@NullMarked
package io.github.tlsleak.agent.instrument.access;

import org.jspecify.annotations.NullMarked;
