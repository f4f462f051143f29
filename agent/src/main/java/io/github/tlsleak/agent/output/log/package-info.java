/**
 * Findings as text on the agent's log (standard error).
 *
 * <p>Loaded by the agent's own loader. The ONLY package that imports slf4j. It MUST NOT IMPORT
 * {@code LoggerFactory}: that class searches the application for providers.
 */
@NullMarked
package io.github.tlsleak.agent.output.log;

import org.jspecify.annotations.NullMarked;
