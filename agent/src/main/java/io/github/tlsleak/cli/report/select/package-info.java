/**
 * Which part of the reports is wanted: {@code --where}, {@code --since} and {@code --until}.
 *
 * <p>Runs in the command line's JVM only; immutable. Imports no other package of the command {@code
 * report}.
 */
@NullMarked
package io.github.tlsleak.cli.report.select;

import org.jspecify.annotations.NullMarked;
