/** The agent inside a forked JVM: what it finds, and that the application does not notice it. */
package io.github.tlsleak.it.agent;
