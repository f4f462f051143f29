/**
 * Flight recordings as the lines of a report.
 *
 * <p>Loaded by the agent's own loader, in the JVM of the command line. What reads events needs Java
 * 11 and is loaded by name when a recording is read; NOTHING here may import {@code jdk.jfr}.
 */
@NullMarked
package io.github.tlsleak.cli.report.jfr;

import org.jspecify.annotations.NullMarked;
