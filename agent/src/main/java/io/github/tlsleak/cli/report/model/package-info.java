/**
 * Groups the lines of any number of reports by site: {@link
 * io.github.tlsleak.cli.report.model.Analysis}.
 *
 * <p>Runs in the command line's JVM only; used by one thread. No table without a bound.
 */
@NullMarked
package io.github.tlsleak.cli.report.model;

import org.jspecify.annotations.NullMarked;
