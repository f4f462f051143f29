/**
 * Where in the program an object was made: takes the stack, and keeps one record for each different
 * stack.
 *
 * <p>Loaded by the agent's own loader; runs on application threads. IMPORTS the JDK and {@code
 * common} only.
 */
@NullMarked
package io.github.tlsleak.agent.site;

import org.jspecify.annotations.NullMarked;
