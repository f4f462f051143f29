/**
 * Two reports compared: what is new, gone, grown or shrunk.
 *
 * <p>Runs in the command line's JVM only; used by one thread. Imports the model, and no format.
 */
@NullMarked
package io.github.tlsleak.cli.report.model.compare;

import org.jspecify.annotations.NullMarked;
