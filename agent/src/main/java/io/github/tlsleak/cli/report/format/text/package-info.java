/**
 * The report as text for a terminal.
 *
 * <p>Runs in the command line's JVM only; used by one thread.
 */
@NullMarked
package io.github.tlsleak.cli.report.format.text;

import org.jspecify.annotations.NullMarked;
