/**
 * Reads reports (JSON lines, schema 1) of any number of JVMs, groups what they hold by site and
 * writes it in a {@link io.github.tlsleak.cli.report.format.Format}.
 *
 * <p>Runs in the command line's JVM only. MUST NOT IMPORT anything but the JDK, {@code common} and
 * Jackson's streaming parser. Keeps no line, and no table without a bound. Texts are cut and
 * cleaned where they are read ({@link io.github.tlsleak.cli.report.read.TextCache}), so that no
 * format can forget it.
 *
 * <p>The page {@code agent/docs/report-file.md} describes what is read, {@code
 * agent/docs/reports.md} what is written.
 */
package io.github.tlsleak.cli.report;
