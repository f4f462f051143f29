/**
 * Rules that excuse a finding: suppressions, known behaviours, the baseline.
 *
 * <p>IMPORTS THE JDK AND {@code common} ONLY.
 */
package io.github.tlsleak.common.rules;
