/**
 * The programs that run in the measured JVMs, with and without agents. They do not know the agents.
 */
package io.github.tlsleak.bench.load;
