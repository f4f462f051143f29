/**
 * Starts the agent, makes its parts and connects them, stops it.
 *
 * <p>Loaded by the agent's own loader in the target JVM. What runs before the first use of TLS MUST
 * NOT LOAD A CLASS OF JSSE. NO PACKAGE BELOW {@code agent} IMPORTS THIS ONE, and none imports
 * {@code cli}.
 */
@NullMarked
package io.github.tlsleak.agent;

import org.jspecify.annotations.NullMarked;
