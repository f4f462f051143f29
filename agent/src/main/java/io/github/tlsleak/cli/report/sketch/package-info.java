/**
 * Distributions of bounded size that can be added up: {@link
 * io.github.tlsleak.cli.report.sketch.Lifetimes}.
 *
 * <p>Runs in the command line's JVM only; used by one thread.
 */
@NullMarked
package io.github.tlsleak.cli.report.sketch;

import org.jspecify.annotations.NullMarked;
