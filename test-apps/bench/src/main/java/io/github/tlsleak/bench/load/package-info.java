/** What runs in the measured JVMs, with and without agents: programs that know nothing of them. */
package io.github.tlsleak.bench.load;
