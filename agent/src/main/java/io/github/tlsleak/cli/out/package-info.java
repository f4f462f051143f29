/**
 * Where an answer goes: its file, and the format that the file's name asks for.
 *
 * <p>Loaded by the agent's own loader, in the JVM of the command line. NEVER imports a command.
 */
@NullMarked
package io.github.tlsleak.cli.out;

import org.jspecify.annotations.NullMarked;
