/** Starts the measured JVMs, with and without the agent, and reads what they print. */
package io.github.tlsleak.bench.run;
