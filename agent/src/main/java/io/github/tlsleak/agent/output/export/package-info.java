/**
 * The exporter as the rest of the agent sees it, and the switch that makes it.
 *
 * <p>Loaded by the agent's own loader, on each Java. KNOWS NO TYPE OF OpenTelemetry and none of
 * {@code agent.output.otlp}, which is loaded where the option {@code otlp} asks for it.
 */
@NullMarked
package io.github.tlsleak.agent.output.export;

import org.jspecify.annotations.NullMarked;
