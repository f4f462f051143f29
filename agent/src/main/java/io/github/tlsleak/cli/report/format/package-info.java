/**
 * What the formats share, and the formats that are one class: {@code collapsed} and the baseline.
 *
 * <p>Runs in the command line's JVM only; used by one thread. The same reports give the same bytes.
 */
@NullMarked
package io.github.tlsleak.cli.report.format;

import org.jspecify.annotations.NullMarked;
