/**
 * The user at a terminal: what is safe to show there, progress, and questions.
 *
 * <p>Loaded by the agent's own loader, in the JVM of the command line.
 */
@NullMarked
package io.github.tlsleak.cli.terminal;

import org.jspecify.annotations.NullMarked;
