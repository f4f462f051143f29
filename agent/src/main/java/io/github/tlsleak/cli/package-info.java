/**
 * The command line: {@code java -jar tlsleak.jar}, one class a command.
 *
 * <p>Loaded by the agent's own loader, in a JVM of its own; the ONLY package that may exit a JVM.
 * Commands print to the writers of their command line, never to {@code System.out}.
 */
@NullMarked
package io.github.tlsleak.cli;

import org.jspecify.annotations.NullMarked;
