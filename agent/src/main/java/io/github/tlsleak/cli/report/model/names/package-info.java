/**
 * Names of threads and peers that belong together: those of a thread pool, those of a host.
 *
 * <p>Runs in the command line's JVM only; used by one thread. Imports nothing but the JDK.
 */
@NullMarked
package io.github.tlsleak.cli.report.model.names;

import org.jspecify.annotations.NullMarked;
