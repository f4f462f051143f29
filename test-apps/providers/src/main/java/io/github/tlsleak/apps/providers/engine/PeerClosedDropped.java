package io.github.tlsleak.apps.providers.engine;

import io.github.tlsleak.apps.providers.ProviderStage;
import io.github.tlsleak.apps.support.EngineLink;
import io.github.tlsleak.apps.support.Situation;
import javax.net.ssl.SSLEngine;

// peer: server close_notify
// saw: eof
// expect[tls=1.2]: UNANSWERED defect SSLEngine client
// expect[tls=1.3]: UNANSWERED notice SSLEngine client
// expect[tls=1.3,provider=netty-openssl|conscrypt]: NATIVE defect SSLEngine client
// expect[tls=1.2,provider=netty-refcnt]: NATIVE leak SSLEngine client
// expect[tls=1.3,provider=netty-refcnt]: NATIVE leak SSLEngine client
// skip[provider=netty-refcnt-older|netty-openssl-older]: its context holds it for ever

/** The peer's close_notify is unwrapped. Then the engine is forgotten. */
public final class PeerClosedDropped implements Situation<ProviderStage> {

    @Override
    public void play(ProviderStage stage) throws Exception {
        SSLEngine engine = stage.provider().engine(true, stage.host(), stage.port());
        EngineLink link = stage.connect(engine).ping();
        link.receive();
        link.channel().close();
        stage.drop(engine);
    }
}
