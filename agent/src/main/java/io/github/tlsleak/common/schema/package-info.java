/**
 * The names in a report's JSON lines: types of lines, fields and words, each with its meaning. The
 * agent writes these names, and the command line reads them.
 *
 * <p>IMPORTS THE JDK ONLY. Every name is a compile-time constant: javac copies it into the class
 * that uses it, so that no class of this package is loaded at run time.
 */
@NullMarked
package io.github.tlsleak.common.schema;

import org.jspecify.annotations.NullMarked;
