/**
 * The program of a soak: clients and servers of many kinds that open and end TLS sessions without a
 * pause. It knows nothing of tlsleak. {@link io.github.tlsleak.apps.soak.Load} is its entry.
 */
package io.github.tlsleak.apps.soak;
