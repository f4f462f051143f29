/**
 * Starts the agent, ends it, and holds its parts together.
 *
 * <p>Loaded by the agent's own loader in the target JVM. What runs before the first use of TLS MUST
 * NOT LOAD A CLASS OF JSSE. NOTHING BELOW {@code agent} IMPORTS {@code cli}.
 */
package io.github.tlsleak.agent;
