package io.github.tlsleak.apps.providers.tls;

import io.netty.handler.ssl.SslProvider;

/** On BoringSSL. A finalizer frees the engine at the latest. */
public final class NettyOpenSsl extends Netty {

    public NettyOpenSsl() {
        super(SslProvider.OPENSSL);
    }
}
