package io.github.tlsleak.apps.providers.tls;

import io.netty.handler.ssl.SslProvider;

/** On BoringSSL, freed by a finalizer at the latest. */
public final class NettyOpenSsl extends Netty {

    public NettyOpenSsl() {
        super(SslProvider.OPENSSL);
    }
}
