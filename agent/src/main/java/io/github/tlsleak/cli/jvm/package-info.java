/**
 * Finds the JVMs of this machine, and says of each whether it can be attached to.
 *
 * <p>Runs in the command line's JVM only. IMPORTS the JDK and byte-buddy-agent. What it reads about
 * another process may be gone, cut or made up by that process: reading never fails, it finds
 * nothing.
 */
package io.github.tlsleak.cli.jvm;
