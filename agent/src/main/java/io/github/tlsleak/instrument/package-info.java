/**
 * Byte Buddy, matchers and advice; where the hooks class gets into the boot loader.
 *
 * <p>Loaded by the agent's own loader; the ONLY package that imports Byte Buddy. Advice bodies are
 * copied into JSSE classes: ONE CALL INTO {@code TlsLeakHooks} each, no lambda, no string building.
 */
package io.github.tlsleak.instrument;
