package io.github.tlsleak.apps.heap.moved.sun.security.ssl;

import io.github.tlsleak.apps.wrap.DelegatingSocket;

/** Like SunJSSE's socket in a release that is built otherwise. */
public final class SSLSocketImpl extends DelegatingSocket {

    public SSLSocketImpl() {
        super(null);
    }
}
