/**
 * Holds the live sessions: their records, weak and phantom references, and the collector that
 * judges what was garbage-collected.
 *
 * <p>Loaded by the agent's own loader; runs on application threads and on the collector's thread.
 * NEVER HOLDS A TRACKED OBJECT STRONGLY, NEVER CALLS A METHOD OF ONE.
 */
package io.github.tlsleak.agent.track;
