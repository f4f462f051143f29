/**
 * Who holds an object in a heap dump: which objects the JVM's roots reach, and the shortest path of
 * references to each object asked for.
 *
 * <p>Runs in the command line's JVM only. Needs four bytes for each object of the dump, and a set
 * of bits.
 */
@NullMarked
package io.github.tlsleak.cli.heap.path;

import org.jspecify.annotations.NullMarked;
