package io.github.tlsleak.apps.bugs;

import io.github.tlsleak.apps.support.Situation;
import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslProvider;
import io.netty.handler.ssl.util.SimpleTrustManagerFactory;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.util.Collections;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.ManagerFactoryParameters;
import javax.net.ssl.TrustManager;

// library: Netty (OpenSSL)
// bad: netty-4.1.6
// good: netty-4.1.7
// link: https://github.com/netty/netty/issues/6167
// what: close_notify of the peer, never answered
// peer: closing
// owner: application
// frame: io.netty.handler.ssl.ReferenceCountedOpenSslContext
// jvm[jdk>=9]: --add-opens=java.base/java.nio=ALL-UNNAMED
// --add-opens=java.base/sun.nio.ch=ALL-UNNAMED
// os: Linux amd64
// options: strict=true
// expect: CUT notice SSLEngine client x5

/**
 * The peer closes a connection over OpenSSL. Netty then closes the channel and asks the engine to
 * close. By then the engine has thrown away its own answer.
 */
public final class NettyUnanswered implements Situation<BugStage> {

    @Override
    public void play(BugStage stage) throws Exception {
        SslContext context =
                SslContextBuilder.forClient()
                        .sslProvider(SslProvider.OPENSSL)
                        .ciphers(Collections.singletonList("ECDHE-ECDSA-AES128-GCM-SHA256"))
                        .trustManager(new Trust(stage.trust()))
                        .build();
        NioEventLoopGroup group = new NioEventLoopGroup(1);
        try {
            talk(group, context.newHandler(UnpooledByteBufAllocator.DEFAULT), stage);
        } finally {
            group.shutdownGracefully(0, 5, TimeUnit.SECONDS).sync();
        }
    }

    private static void talk(NioEventLoopGroup group, SslHandler handler, BugStage stage)
            throws InterruptedException {
        Channel channel =
                new Bootstrap()
                        .group(group)
                        .channel(NioSocketChannel.class)
                        .handler(handler)
                        .connect(stage.host(), stage.port())
                        .sync()
                        .channel();
        channel.writeAndFlush(Unpooled.copiedBuffer("ping", StandardCharsets.US_ASCII)).sync();
        handler.sslCloseFuture().sync();
        channel.close().sync();
    }

    private static final class Trust extends SimpleTrustManagerFactory {

        private final TrustManager trust;

        Trust(TrustManager trust) {
            this.trust = trust;
        }

        @Override
        protected void engineInit(KeyStore store) {}

        @Override
        protected void engineInit(ManagerFactoryParameters parameters) {}

        @Override
        protected TrustManager[] engineGetTrustManagers() {
            return new TrustManager[] {trust};
        }
    }
}
