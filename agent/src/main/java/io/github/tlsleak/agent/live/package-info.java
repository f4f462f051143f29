/**
 * Looks at the sessions that are still alive, and finds those that no longer move, that nobody
 * closes, or of which a site has ever more.
 *
 * <p>Loaded by the agent's own loader; runs on the collector's thread. NEVER HOLDS A TRACKED OBJECT
 * STRONGLY BEYOND ONE LOOK, NEVER CALLS A METHOD OF ONE.
 */
@NullMarked
package io.github.tlsleak.agent.live;

import org.jspecify.annotations.NullMarked;
