/**
 * The command {@code report}: reads report files of any number of JVMs, groups their lines by site
 * and writes the result in a format. {@link io.github.tlsleak.cli.report.Formats} chooses the
 * format.
 *
 * <p>Each package imports those before it only: {@code row} (what documents store), {@code read}
 * (bytes to lines and rows), {@code select} (what is wanted), {@code sketch} (distributions),
 * {@code model} (lines and rows to an analysis), {@code format} (what formats share, and the small
 * formats), {@code format.text}, {@code format.json}, {@code format.html}, {@code format.sarif}
 * (one format each; {@code format.sarif} writes JSON as {@code format.json} does), and this one.
 *
 * <p>Runs in the command line's JVM only. IMPORTS THE JDK, {@code common} AND JACKSON'S STREAMING
 * PARSER ONLY. Keeps no line, and no table without a bound.
 */
@NullMarked
package io.github.tlsleak.cli.report;

import org.jspecify.annotations.NullMarked;
