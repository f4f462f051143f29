package io.github.tlsleak.apps.heap.moved.sun.security.ssl;

import io.github.tlsleak.apps.wrap.DelegatingEngine;

/** Like SunJSSE's engine in a release whose fields have other names. */
public final class SSLEngineImpl extends DelegatingEngine {

    final TransportContext conContext = new TransportContext();

    public SSLEngineImpl() {
        super(null);
    }

    /** Without the field {@code isBroken}. */
    static final class TransportContext {
        final boolean isDamaged = false;
    }
}
