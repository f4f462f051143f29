/**
 * The report file: JSON lines, written in one go each, to a file that only its owner can read.
 *
 * <p>Loaded by the agent's own loader; used by the collector's thread and the agent's thread.
 */
@NullMarked
package io.github.tlsleak.agent.output.file;

import org.jspecify.annotations.NullMarked;
