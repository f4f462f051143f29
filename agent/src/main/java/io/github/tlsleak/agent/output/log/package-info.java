/**
 * Findings as text on the agent's log (standard error).
 *
 * <p>Loaded by the agent's own loader. The ONLY package that imports slf4j, and of it MUST NOT
 * IMPORT {@code LoggerFactory}: its search for providers would look into the application.
 */
package io.github.tlsleak.agent.output.log;
