/**
 * Rules that excuse a finding: suppressions, known behaviours, the baseline.
 *
 * <p>IMPORTS THE JDK AND {@code common} ONLY.
 */
@NullMarked
package io.github.tlsleak.common.rules;

import org.jspecify.annotations.NullMarked;
