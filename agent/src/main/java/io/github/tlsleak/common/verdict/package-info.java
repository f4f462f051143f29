/**
 * The verdicts, their severity, and the sentences that explain them.
 *
 * <p>IMPORTS THE JDK AND {@code common} ONLY.
 */
package io.github.tlsleak.common.verdict;
