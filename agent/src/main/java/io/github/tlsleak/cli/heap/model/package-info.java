/**
 * What a heap dump tells of TLS, ready to be written in any format: how many sessions in which
 * state, and who holds them.
 *
 * <p>Runs in the command line's JVM only. Immutable once made, and small: it refers to no object of
 * the dump.
 */
@NullMarked
package io.github.tlsleak.cli.heap.model;

import org.jspecify.annotations.NullMarked;
