/** The command line against running JVMs: attach, status, dump, set, detach. */
package io.github.tlsleak.it.attach;
