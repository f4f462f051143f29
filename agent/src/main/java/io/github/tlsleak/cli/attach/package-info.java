/**
 * Loads the agent into another JVM, and exchanges requests and replies with it.
 *
 * <p>Runs in the command line's JVM only. IMPORTS THE JDK, byte-buddy-agent, {@code cli.jvm},
 * {@code cli.reach} AND {@code common} ONLY.
 */
@NullMarked
package io.github.tlsleak.cli.attach;

import org.jspecify.annotations.NullMarked;
