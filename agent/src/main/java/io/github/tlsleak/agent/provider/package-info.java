/**
 * What is special about each TLS provider: names, limits, and methods that say more than the public
 * API.
 *
 * <p>Loaded by the agent's own loader; runs inside transformers and on application threads. IMPORTS
 * the JDK only.
 */
@NullMarked
package io.github.tlsleak.agent.provider;

import org.jspecify.annotations.NullMarked;
