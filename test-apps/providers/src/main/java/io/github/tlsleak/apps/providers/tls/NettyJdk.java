package io.github.tlsleak.apps.providers.tls;

import io.netty.handler.ssl.SslProvider;

/** Around SunJSSE's engines. */
public final class NettyJdk extends Netty {

    public NettyJdk() {
        super(SslProvider.JDK);
    }
}
