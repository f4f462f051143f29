/**
 * From the events of a session to its verdict: pure functions on one {@code int}.
 *
 * <p>Loaded by the agent's own loader; runs on any thread. MUST NOT IMPORT anything but the JDK and
 * {@code common}. No state, no lock, no allocation.
 */
@NullMarked
package io.github.tlsleak.agent.judge;

import org.jspecify.annotations.NullMarked;
