/**
 * The report as SARIF 2.1.0, for code scanning.
 *
 * <p>Runs in the command line's JVM only; used by one thread.
 */
@NullMarked
package io.github.tlsleak.cli.report.format.sarif;

import org.jspecify.annotations.NullMarked;
