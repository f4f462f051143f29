/**
 * Where findings go. {@link io.github.tlsleak.agent.output.Outputs} passes each on to every
 * channel; each channel has a package of its own.
 *
 * <p>Loaded by the agent's own loader; called by the collector's thread. MUST NOT write to standard
 * output.
 */
package io.github.tlsleak.agent.output;
