/** Runs the measured JVMs, with and without agents in turn, and prints one table. */
package io.github.tlsleak.bench;
