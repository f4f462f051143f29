/**
 * Reads a HotSpot heap dump: classes, objects, fields, roots. The library shark finds the records
 * in the file; this package gives each object an index and reads its fields by name.
 *
 * <p>The ONLY package that sees shark, okio and Kotlin. Runs in the command line's JVM only. Keeps
 * no content of objects in memory beyond a small cache of the library.
 */
@NullMarked
package io.github.tlsleak.cli.heap.dump;

import org.jspecify.annotations.NullMarked;
