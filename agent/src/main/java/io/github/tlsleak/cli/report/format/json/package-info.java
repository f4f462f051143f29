/**
 * The report as one JSON document.
 *
 * <p>Runs in the command line's JVM only; used by one thread.
 */
@NullMarked
package io.github.tlsleak.cli.report.format.json;

import org.jspecify.annotations.NullMarked;
