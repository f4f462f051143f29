/**
 * What is special about each TLS provider: names, prefixes, limits, and the methods that free
 * native memory.
 *
 * <p>Loaded by the agent's own loader. IMPORTS the JDK and {@code common} only.
 */
package io.github.tlsleak.agent.provider;
