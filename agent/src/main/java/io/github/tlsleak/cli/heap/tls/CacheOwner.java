package io.github.tlsleak.cli.heap.tls;

import io.github.tlsleak.cli.heap.dump.DumpedObject;

/** The context that a cache of TLS sessions belongs to. Immutable. */
final class CacheOwner {

    final DumpedObject object;

    /** {@code client} or {@code server}. */
    final String role;

    CacheOwner(DumpedObject object, String role) {
        this.object = object;
        this.role = role;
    }
}
