package io.github.tlsleak.apps.providers.tls;

import io.netty.handler.ssl.SslProvider;

/** On BoringSSL, without a finalizer. An engine that is not released keeps its memory for ever. */
public final class NettyCounted extends Netty {

    public NettyCounted() {
        super(SslProvider.OPENSSL_REFCNT);
    }
}
