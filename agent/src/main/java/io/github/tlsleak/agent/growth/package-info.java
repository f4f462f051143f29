/**
 * Tells a number that keeps growing from one that fills up, swings or is replaced: rules on times
 * and counts alone.
 *
 * <p>Loaded by the agent's own loader; runs on the collector's thread. MUST NOT IMPORT anything but
 * the JDK and {@code common}. Bounded state for each group, none for its members.
 */
@NullMarked
package io.github.tlsleak.agent.growth;

import org.jspecify.annotations.NullMarked;
