/**
 * Where findings go. {@link io.github.tlsleak.agent.output.Outputs} passes each on to every
 * channel; each channel has a package of its own, and the channels share what is here.
 *
 * <p>Loaded by the agent's own loader; called by the collector's thread. MUST NOT write to standard
 * output. IMPORTS NO CHANNEL.
 */
@NullMarked
package io.github.tlsleak.agent.output;

import org.jspecify.annotations.NullMarked;
