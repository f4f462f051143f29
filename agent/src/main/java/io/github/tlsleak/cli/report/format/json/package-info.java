/**
 * The report as one JSON document.
 *
 * <p>Runs in the command line's JVM only; used by one thread.
 */
package io.github.tlsleak.cli.report.format.json;
