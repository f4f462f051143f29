/**
 * The state of an analysis as flat objects, which the JSON document stores so that documents can be
 * merged: {@link io.github.tlsleak.cli.report.row.Row}.
 *
 * <p>Runs in the command line's JVM only; used by one thread. Imports no other package of the
 * command {@code report}.
 */
@NullMarked
package io.github.tlsleak.cli.report.row;

import org.jspecify.annotations.NullMarked;
