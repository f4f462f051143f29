/** What the tests use to run forked JVMs and to read their output. */
package io.github.tlsleak.it.harness;
