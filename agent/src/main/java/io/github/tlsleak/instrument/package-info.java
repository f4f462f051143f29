/**
 * What is written into which method, the writing of it with Byte Buddy's ASM, and where the hooks
 * class gets into the boot loader.
 *
 * <p>Loaded by the agent's own loader; with {@code attach} the only package that imports Byte
 * Buddy. All of it is loaded when a program first uses TLS: no lambda here, no second way to say
 * the same.
 */
package io.github.tlsleak.instrument;
