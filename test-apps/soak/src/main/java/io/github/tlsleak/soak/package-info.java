/**
 * The soak: a program with load runs for hours under the agent, while everything happens that
 * happens to a service. {@link io.github.tlsleak.soak.Soak} is its entry.
 */
package io.github.tlsleak.soak;
