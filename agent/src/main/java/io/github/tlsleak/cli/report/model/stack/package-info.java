/**
 * Stacks as people read them: frames of the JDK, of frameworks and of test engines are folded.
 *
 * <p>Runs in the command line's JVM only; used by one thread. IMPORTS THE JDK AND {@code common}
 * ONLY.
 */
@NullMarked
package io.github.tlsleak.cli.report.model.stack;

import org.jspecify.annotations.NullMarked;
