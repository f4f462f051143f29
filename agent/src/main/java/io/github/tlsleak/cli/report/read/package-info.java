/**
 * Reads report files: from bytes to {@link io.github.tlsleak.cli.report.read.ReportLine}. A line
 * that cannot be read is counted and reported; it never ends the reading.
 *
 * <p>Runs in the command line's JVM only. Keeps no line. Texts are cut and cleaned here ({@link
 * io.github.tlsleak.cli.report.read.TextCache}), so that no format has to.
 */
@NullMarked
package io.github.tlsleak.cli.report.read;

import org.jspecify.annotations.NullMarked;
