/** Parts of the agent, and what they are compared with, measured by JMH. */
package io.github.tlsleak.bench.jmh;
