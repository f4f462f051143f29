package io.github.tlsleak.apps.providers.tls;

import io.github.tlsleak.apps.support.Keys;
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
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSocketFactory;

/**
 * Netty's engines: around the JDK's engines, or on BoringSSL with a finalizer or with a reference
 * count.
 */
abstract class Netty implements TlsProvider {

    private final SslProvider kind;
    private SslContext trusting;
    private SslContext rejecting;
    private SslContext serving;

    Netty(SslProvider kind) {
        this.kind = kind;
    }

    @Override
    public SSLSocketFactory sockets(boolean trusts) {
        throw new UnsupportedOperationException("Netty has no sockets");
    }

    @Override
    public SSLServerSocketFactory serverSockets() {
        throw new UnsupportedOperationException("Netty has no sockets");
    }

    @Override
    public synchronized SSLEngine engine(boolean trusts, String host, int port) {
        if (trusting == null) {
            SslContextBuilder builder = SslContextBuilder.forClient();
            trusting = build(builder.trustManager(InsecureTrustManagerFactory.INSTANCE));
            rejecting = build(builder.trustManager(new TrustsNobody()));
        }
        return (trusts ? trusting : rejecting).newEngine(ByteBufAllocator.DEFAULT, host, port);
    }

    @Override
    public synchronized SSLEngine serverEngine() {
        if (serving == null) {
            try {
                serving = build(SslContextBuilder.forServer(Keys.keys()));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
        return serving.newEngine(ByteBufAllocator.DEFAULT);
    }

    private SslContext build(SslContextBuilder builder) {
        builder.sslProvider(kind);
        if (kind == SslProvider.JDK) {
            // with ALPN, Netty's engines are wrappers
            builder.applicationProtocolConfig(
                    new ApplicationProtocolConfig(
                            Protocol.ALPN,
                            SelectorFailureBehavior.NO_ADVERTISE,
                            SelectedListenerFailureBehavior.ACCEPT,
                            "http/1.1"));
        }
        try {
            return builder.build();
        } catch (SSLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void release(SSLEngine engine) {
        ReferenceCountUtil.release(engine);
    }
}
