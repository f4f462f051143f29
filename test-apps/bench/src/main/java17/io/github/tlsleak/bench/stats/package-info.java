/** What the rounds of a measurement say: estimates, intervals and verdicts. */
package io.github.tlsleak.bench.stats;
