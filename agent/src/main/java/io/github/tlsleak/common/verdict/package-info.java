/**
 * The verdicts, their severities, and the sentences that explain them. {@link
 * io.github.tlsleak.common.verdict.VerdictTable} has a row for each verdict.
 *
 * <p>IMPORTS THE JDK AND {@code common} ONLY.
 */
@NullMarked
package io.github.tlsleak.common.verdict;

import org.jspecify.annotations.NullMarked;
