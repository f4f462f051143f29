/** Servers on the loopback and the cheap clients that load them, over TLS. */
package io.github.tlsleak.bench.load.http;
