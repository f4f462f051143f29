/**
 * Living sessions by state and age.
 *
 * <p>Runs in the command line's JVM only; used by one thread.
 */
@NullMarked
package io.github.tlsleak.cli.report.model.open;

import org.jspecify.annotations.NullMarked;
