/**
 * What a reader wants to know first: the answer in one sentence, the worst sites, and whether they
 * get worse. Every format takes it from {@link
 * io.github.tlsleak.cli.report.model.overview.Overview}.
 *
 * <p>Runs in the command line's JVM only; used by one thread. Imports NO FORMAT.
 */
@NullMarked
package io.github.tlsleak.cli.report.model.overview;

import org.jspecify.annotations.NullMarked;
