/**
 * Judges what was garbage-collected or is over: the collector, what it waits for, and the findings
 * that it publishes.
 *
 * <p>Loaded by the agent's own loader; runs on the collector's thread. NEVER HOLDS A TRACKED OBJECT
 * STRONGLY, NEVER CALLS A METHOD OF ONE.
 */
@NullMarked
package io.github.tlsleak.agent.collect;

import org.jspecify.annotations.NullMarked;
