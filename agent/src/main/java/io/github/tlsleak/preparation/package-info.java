/**
 * Writes hooks into the classes of known JDKs while the agent is built, see {@code
 * agent.instrument.prepared}.
 *
 * <p>RUNS IN THE BUILD ONLY, in each of those JDKs. It is not in the jar. May import the agent and
 * the JDK.
 */
@NullMarked
package io.github.tlsleak.preparation;

import org.jspecify.annotations.NullMarked;
