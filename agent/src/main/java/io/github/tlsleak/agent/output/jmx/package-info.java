/**
 * Counters and findings as an MXBean.
 *
 * <p>Loaded by the agent's own loader; the ONLY package that imports {@code javax.management}. MUST
 * NOT start the platform's MBean server before the application does.
 */
@NullMarked
package io.github.tlsleak.agent.output.jmx;

import org.jspecify.annotations.NullMarked;
