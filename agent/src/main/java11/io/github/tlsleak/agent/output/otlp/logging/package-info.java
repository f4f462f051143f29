/**
 * What OpenTelemetry's classes in the jar use in place of {@code java.util.logging}.
 *
 * <p>Loaded by the agent's own loader, Java 11 and newer, with the option {@code otlp} only; used
 * by the exporter's threads. IMPORTS THE JDK ONLY, and nothing of its logging.
 */
@NullMarked
package io.github.tlsleak.agent.output.otlp.logging;

import org.jspecify.annotations.NullMarked;
