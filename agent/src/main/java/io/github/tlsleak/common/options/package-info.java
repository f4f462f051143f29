/**
 * The options of the agent: their names, types, defaults, sources and checks.
 *
 * <p>IMPORTS THE JDK AND {@code common} ONLY.
 */
package io.github.tlsleak.common.options;
