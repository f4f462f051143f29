/**
 * Findings and sessions as numbers with names, for whoever monitors many JVMs: JMX and
 * OpenTelemetry read both here.
 *
 * <p>Loaded by the agent's own loader; filled by the collector's thread, read by any thread.
 * Bounded whatever the program does. IMPORTS NO CHANNEL but the counts of {@code output.status}.
 */
@NullMarked
package io.github.tlsleak.agent.output.metrics;

import org.jspecify.annotations.NullMarked;
