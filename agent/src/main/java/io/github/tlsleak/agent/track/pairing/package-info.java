/**
 * Pairs an engine with the channel that its records go to.
 *
 * <p>Loaded by the agent's own loader; runs on application threads. NEVER HOLDS A TRACKED OBJECT
 * STRONGLY. Buffers of the application are read, never changed or kept.
 */
@NullMarked
package io.github.tlsleak.agent.track.pairing;

import org.jspecify.annotations.NullMarked;
