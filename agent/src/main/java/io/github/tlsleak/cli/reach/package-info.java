/**
 * Reaches a JVM in another container: its files, and the socket on which it listens for attach.
 *
 * <p>Runs in the command line's JVM only, on Linux. IMPORTS THE JDK, JNA AND {@code cli.jvm} ONLY.
 * The JVM's user may change every file there at any time, so nothing in them is trusted, and files
 * are used with the rights of that user where the kernel allows it.
 */
@NullMarked
package io.github.tlsleak.cli.reach;

import org.jspecify.annotations.NullMarked;
