package io.github.tlsleak.apps.providers.tls;

import io.github.tlsleak.apps.support.TrustsNobody;
import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolConfig.Protocol;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectedListenerFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectorFailureBehavior;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import io.netty.util.ReferenceCountUtil;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;

/** Netty's engines: around the JDK's, or on BoringSSL, with a finalizer or with a count. */
abstract class Netty implements TlsProvider {

    private final SslProvider kind;
    private SslContext trusting;
    private SslContext rejecting;

    Netty(SslProvider kind) {
        this.kind = kind;
    }

    @Override
    public SSLSocketFactory sockets(boolean trusts) {
        throw new UnsupportedOperationException("Netty has no sockets");
    }

    @Override
    public synchronized SSLEngine engine(boolean trusts, String host, int port) {
        if (trusting == null) {
            try {
                SslContextBuilder builder = SslContextBuilder.forClient().sslProvider(kind);
                if (kind == SslProvider.JDK) {
                    // with ALPN its engines are wrappers
                    builder.applicationProtocolConfig(
                            new ApplicationProtocolConfig(
                                    Protocol.ALPN,
                                    SelectorFailureBehavior.NO_ADVERTISE,
                                    SelectedListenerFailureBehavior.ACCEPT,
                                    "http/1.1"));
                }
                trusting = builder.trustManager(InsecureTrustManagerFactory.INSTANCE).build();
                rejecting = builder.trustManager(new TrustsNobody()).build();
            } catch (SSLException e) {
                throw new IllegalStateException(e);
            }
        }
        return (trusts ? trusting : rejecting).newEngine(ByteBufAllocator.DEFAULT, host, port);
    }

    @Override
    public void release(SSLEngine engine) {
        ReferenceCountUtil.release(engine);
    }
}
