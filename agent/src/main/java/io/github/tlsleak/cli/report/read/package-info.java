/**
 * Reads report files: from bytes to {@link io.github.tlsleak.cli.report.read.ReportLine}. A line
 * that cannot be read is counted and told, never an end of the reading.
 *
 * <p>Runs in the command line's JVM only. Keeps no line. Texts are cut and cleaned here ({@link
 * io.github.tlsleak.cli.report.read.TextCache}), so that no format can forget it.
 */
package io.github.tlsleak.cli.report.read;
