package io.github.tlsleak.apps.bugs;

import io.github.tlsleak.apps.support.Situation;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import javax.net.ssl.SSLEngine;

// library: Netty (OpenSSL)
// bad: netty-4.0.33
// good: netty-4.0.34
// link: https://github.com/netty/netty/pull/4653
// what: engine of a connection that did not come about, in the context's map
// peer: none
// os: Linux amd64
// holds: io.netty.handler.ssl.OpenSslClientContext.engineMap

/** A client whose connections are refused: its engines are made and never used. */
public final class NettyNeverUsed implements Situation<BugStage> {

    private SslContext context;

    @Override
    public void play(BugStage stage) throws Exception {
        if (context == null) {
            stage.keepsSessions();
            stage.countsAlone();
            context = SslContextBuilder.forClient().sslProvider(SslProvider.OPENSSL).build();
        }
        SSLEngine engine = context.newEngine(UnpooledByteBufAllocator.DEFAULT);
        stage.made(engine);
    }
}
