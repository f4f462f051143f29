/**
 * Findings as events of the JDK Flight Recorder, JDK 11 and newer.
 *
 * <p>Loaded by the agent's own loader; the ONLY package that imports {@code jdk.jfr}, which is
 * missing on some JDKs of version 8.
 */
@NullMarked
package io.github.tlsleak.agent.output.jfr;

import org.jspecify.annotations.NullMarked;
