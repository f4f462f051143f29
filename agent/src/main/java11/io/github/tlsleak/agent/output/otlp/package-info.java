/**
 * Findings and metrics for an OpenTelemetry collector, JDK 11 and newer.
 *
 * <p>Loaded by the agent's own loader out of {@code otlp.zip}, with the option {@code otlp} only.
 * The ONLY package that imports OpenTelemetry and {@code java.net.http}. NEVER TOUCHES what the
 * application shares: global instances, logging, default contexts, system properties. Only threads
 * of the exporter wait for the network.
 */
@NullMarked
package io.github.tlsleak.agent.output.otlp;

import org.jspecify.annotations.NullMarked;
