/** What tests use to run forked JVMs and to read what these leave behind. */
package io.github.tlsleak.it.harness;
