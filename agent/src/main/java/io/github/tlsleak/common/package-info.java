/**
 * What both JVMs use: the target JVM and the command line's JVM. Packed into the agent's bundle,
 * from which the command line reads it.
 *
 * <p>IMPORTS THE JDK ONLY, and of the JDK nothing that opens sockets, logs or starts threads.
 */
@NullMarked
package io.github.tlsleak.common;

import org.jspecify.annotations.NullMarked;
