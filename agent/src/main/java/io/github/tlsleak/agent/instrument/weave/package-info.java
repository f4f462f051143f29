/**
 * Writes hooks into the bytes of a class.
 *
 * <p>Loaded by the agent's own loader; runs inside transformers. IMPORTS {@code advice} and Byte
 * Buddy's ASM. No lambda here: all of it is loaded when a program first uses TLS.
 */
@NullMarked
package io.github.tlsleak.agent.instrument.weave;

import org.jspecify.annotations.NullMarked;
