/**
 * Faults that are injected into the agent, its surroundings and its JVM. What happens then is
 * listed on the page agent/docs/design/faults.md.
 */
package io.github.tlsleak.it.faults;
