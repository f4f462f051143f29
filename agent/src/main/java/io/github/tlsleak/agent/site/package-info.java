/**
 * Finds where in the program an object was made. Takes the stack, and keeps one site for each stack
 * that differs from the others.
 *
 * <p>Loaded by the agent's own loader; runs on application threads. IMPORTS the JDK and {@code
 * common} only.
 */
@NullMarked
package io.github.tlsleak.agent.site;

import org.jspecify.annotations.NullMarked;
