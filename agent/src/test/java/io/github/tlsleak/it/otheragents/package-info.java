/** Other agents in the same JVM. */
package io.github.tlsleak.it.otheragents;
