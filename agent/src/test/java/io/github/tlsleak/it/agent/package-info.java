/** The agent inside a forked JVM: what it finds. The application does not notice it. */
package io.github.tlsleak.it.agent;
