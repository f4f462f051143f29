package io.github.tlsleak.apps.providers.server.engine;

import io.github.tlsleak.apps.providers.ProviderStage;
import io.github.tlsleak.apps.support.EngineLink;
import io.github.tlsleak.apps.support.Situation;
import javax.net.ssl.SSLEngine;

// peer: client close_notify
// saw: eof
// expect[tls=1.2]: UNANSWERED defect SSLEngine server
// expect[tls=1.3]: UNANSWERED notice SSLEngine server
// expect[tls=1.3,provider=netty-openssl|conscrypt]: NATIVE defect SSLEngine server
// expect[tls=1.2,provider=netty-refcnt]: NATIVE leak SSLEngine server
// expect[tls=1.3,provider=netty-refcnt]: NATIVE leak SSLEngine server
// skip[provider=netty-refcnt-older|netty-openssl-older]: its context holds it for ever

/** The client's close_notify is unwrapped. Then the engine is forgotten. */
public final class PeerClosedDropped implements Situation<ProviderStage> {

    @Override
    public void play(ProviderStage stage) throws Exception {
        SSLEngine engine = stage.provider().serverEngine();
        EngineLink link = stage.accept(engine).pong();
        link.receive();
        link.channel().close();
        stage.drop(engine);
    }
}
