/**
 * Loads the agent into another JVM, and exchanges requests and replies with it.
 *
 * <p>Runs in the command line's JVM only. IMPORTS the JDK, byte-buddy-agent and {@code cli.jvm}.
 */
package io.github.tlsleak.cli.attach;
