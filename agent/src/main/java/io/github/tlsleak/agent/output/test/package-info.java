/**
 * Findings kept for the tests of the application, which ask for them.
 *
 * <p>Loaded by the agent's own loader; filled by the collector's thread, asked by any thread.
 */
@NullMarked
package io.github.tlsleak.agent.output.test;

import org.jspecify.annotations.NullMarked;
