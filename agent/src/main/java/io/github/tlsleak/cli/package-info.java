/**
 * The command line: {@code java -jar tlsleak.jar}.
 *
 * <p>Loaded by the agent's own loader, in a JVM of its own; the ONLY package that may exit a JVM.
 */
package io.github.tlsleak.cli;
