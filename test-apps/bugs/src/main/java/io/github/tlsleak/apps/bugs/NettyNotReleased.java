package io.github.tlsleak.apps.bugs;

import io.github.tlsleak.apps.support.Situation;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslProvider;
import javax.net.ssl.SSLEngine;

// library: Netty (OpenSSL)
// bad: netty-4.1.67
// good: netty-4.1.68
// link: https://github.com/netty/netty/issues/11595
// what: native memory of an engine whose handler could not be added
// peer: none
// count: CLOSED 0
// owner: application
// frame: io.netty.handler.ssl.ReferenceCountedOpenSslContext.newEngine
// os: Linux amd64
// expect: NATIVE leak SSLEngine x5

/**
 * A pipeline that removes its TLS handler. The handler then fails before it releases the engine.
 */
public final class NettyNotReleased implements Situation<BugStage> {

    private SslContext context;

    @Override
    public void play(BugStage stage) throws Exception {
        if (context == null) {
            context = SslContextBuilder.forClient().sslProvider(SslProvider.OPENSSL_REFCNT).build();
        }
        SSLEngine engine = context.newEngine(UnpooledByteBufAllocator.DEFAULT);
        stage.made(engine);
        EmbeddedChannel channel = new EmbeddedChannel(new Failing(engine));
        if (channel.isOpen() || channel.pipeline().get(Failing.class) != null) {
            throw new IllegalStateException("the handler was added");
        }
    }

    private static final class Failing extends SslHandler {

        Failing(SSLEngine engine) {
            super(engine);
        }

        @Override
        public void handlerAdded(ChannelHandlerContext context) {
            throw new IllegalStateException("not here");
        }
    }
}
