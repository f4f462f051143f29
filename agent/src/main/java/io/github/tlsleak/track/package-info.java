/**
 * Session registry, state records, weak and phantom references, stack table, collector thread.
 *
 * <p>Loaded by the agent's own loader; runs on application threads and on the collector. IMPORTS
 * {@code verdict} ONLY. NEVER HOLDS A TRACKED OBJECT STRONGLY, NEVER CALLS A METHOD OF ONE.
 */
package io.github.tlsleak.track;
