/** Samples in JVMs of their own, under every JUnit that is supported. */
package io.github.tlsleak.junit.it;
