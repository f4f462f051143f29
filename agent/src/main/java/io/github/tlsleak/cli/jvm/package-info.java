/**
 * Finds the JVMs of this machine, and says of each whether it can be attached to.
 *
 * <p>Runs in the command line's JVM only. IMPORTS THE JDK AND byte-buddy-agent ONLY. Data of
 * another process may be missing, cut or forged by that process. Reading such data never fails: its
 * result is empty.
 */
@NullMarked
package io.github.tlsleak.cli.jvm;

import org.jspecify.annotations.NullMarked;
