/**
 * Finds the verdict on a session from its events, by pure functions on one {@code int}.
 *
 * <p>Loaded by the agent's own loader; runs on any thread. MUST NOT IMPORT anything but the JDK and
 * {@code common}. No state, no lock, no allocation.
 */
@NullMarked
package io.github.tlsleak.agent.judge;

import org.jspecify.annotations.NullMarked;
