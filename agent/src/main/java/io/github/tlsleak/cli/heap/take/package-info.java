/**
 * Takes a heap dump of a running JVM, for the command {@code heap}.
 *
 * <p>Runs in the command line's JVM only. IMPORTS THE JDK, {@code cli.attach}, {@code cli.jvm},
 * {@code cli.reach}, {@code cli.report.read.Progress} AND {@code common} ONLY. Nothing is loaded
 * into the JVM, and nothing is done to it before the user has agreed.
 */
@NullMarked
package io.github.tlsleak.cli.heap.take;

import org.jspecify.annotations.NullMarked;
