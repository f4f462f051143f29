/**
 * The report as one HTML page that needs no network.
 *
 * <p>Runs in the command line's JVM only; used by one thread.
 */
@NullMarked
package io.github.tlsleak.cli.report.format.html;

import org.jspecify.annotations.NullMarked;
