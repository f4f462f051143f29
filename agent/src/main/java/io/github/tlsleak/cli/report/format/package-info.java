/**
 * Writes an analysis down: one class or one package for each format.
 *
 * <p>Runs in the command line's JVM only; used by one thread. The same reports give the same bytes.
 */
package io.github.tlsleak.cli.report.format;
