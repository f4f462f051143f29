/**
 * The options of the agent: their names, types, defaults, sources and checks.
 *
 * <p>IMPORTS THE JDK AND {@code common} ONLY.
 */
@NullMarked
package io.github.tlsleak.common.options;

import org.jspecify.annotations.NullMarked;
