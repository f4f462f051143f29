/** Exporting: a collector in the JVM of the test, and agents that send to it. */
package io.github.tlsleak.it.export;
