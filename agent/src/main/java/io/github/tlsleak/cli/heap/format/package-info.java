/**
 * Writes what a heap dump tells, as text, JSON or HTML.
 *
 * <p>Runs in the command line's JVM only. Formats read {@link
 * io.github.tlsleak.cli.heap.model.HeapReport} and nothing else.
 */
@NullMarked
package io.github.tlsleak.cli.heap.format;

import org.jspecify.annotations.NullMarked;
