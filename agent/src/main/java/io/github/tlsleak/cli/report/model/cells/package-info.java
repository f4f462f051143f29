/**
 * How many findings a site has in a JVM, of each verdict, in each span of time.
 *
 * <p>Runs in the command line's JVM only; used by one thread. MUST NOT import other packages of the
 * model: these are built on it.
 */
@NullMarked
package io.github.tlsleak.cli.report.model.cells;

import org.jspecify.annotations.NullMarked;
