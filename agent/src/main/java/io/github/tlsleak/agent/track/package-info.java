/**
 * Holds the live sessions: their records, their weak and phantom references, and their events.
 *
 * <p>Loaded by the agent's own loader; runs on application threads. NEVER HOLDS A TRACKED OBJECT
 * STRONGLY, NEVER CALLS A METHOD OF ONE. Fields are public because {@code agent.collect} reads them
 * without a detour; nobody else may.
 */
@NullMarked
package io.github.tlsleak.agent.track;

import org.jspecify.annotations.NullMarked;
