/**
 * Turns the calls of the hooks into events of sessions.
 *
 * <p>Loaded by the agent's own loader; RUNS ON APPLICATION THREADS, inside methods of the
 * application's TLS provider. LETS NO THROWABLE OUT, holds no lock across application code, and
 * calls no method of an object that it follows but those that it names with a reason.
 */
@NullMarked
package io.github.tlsleak.agent.observe;

import org.jspecify.annotations.NullMarked;
