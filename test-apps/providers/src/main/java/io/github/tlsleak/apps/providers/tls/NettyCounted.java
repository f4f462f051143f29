package io.github.tlsleak.apps.providers.tls;

import io.netty.handler.ssl.SslProvider;

/** On BoringSSL, without a finalizer: what is not released stays for ever. */
public final class NettyCounted extends Netty {

    public NettyCounted() {
        super(SslProvider.OPENSSL_REFCNT);
    }
}
