package io.github.tlsleak.apps.bugs;

import io.github.tlsleak.apps.support.EngineLink;
import io.github.tlsleak.apps.support.Situation;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import org.conscrypt.OpenSSLProvider;

// library: Conscrypt
// bad: conscrypt-1.1.3
// good: conscrypt-1.1.4
// link: https://github.com/google/conscrypt/pull/511
// what: native memory of an engine closed outbound, then inbound
// peer: silent
// owner: application
// frame: org.conscrypt.OpenSSLContextImpl.engineCreateSSLEngine
// os: Linux amd64
// expect: NATIVE leak SSLEngine client x5

/**
 * An engine that is closed in order. Only a finalizer frees its native memory, and not all of it.
 */
public final class ConscryptNotFreed implements Situation<BugStage> {

    @Override
    public void play(BugStage stage) throws Exception {
        SSLContext context = SSLContext.getInstance("TLS", new OpenSSLProvider());
        context.init(null, new TrustManager[] {stage.trust()}, null);
        SSLEngine engine = context.createSSLEngine(stage.host(), stage.port());
        engine.setUseClientMode(true);
        engine.setEnabledProtocols(new String[] {"TLSv1.2"});
        InetSocketAddress server = new InetSocketAddress(stage.host(), stage.port());
        try (SocketChannel channel = SocketChannel.open(server)) {
            EngineLink link = new EngineLink(channel, engine);
            link.handshake();
            engine.closeOutbound();
            link.flush();
            engine.closeInbound();
        }
    }
}
