package io.github.tlsleak.apps.providers.server.engine;

import io.github.tlsleak.apps.providers.ProviderStage;
import io.github.tlsleak.apps.support.EngineLink;
import io.github.tlsleak.apps.support.Situation;
import javax.net.ssl.SSLEngine;

// peer: client await
// saw: eof
// expect: LOST leak SSLEngine server
// skip[provider=netty-refcnt-older|netty-openssl-older]: its context holds it for ever

/** Established, then forgotten. Its channel is still open. */
public final class Dropped implements Situation<ProviderStage> {

    @Override
    public void play(ProviderStage stage) throws Exception {
        SSLEngine engine = stage.provider().serverEngine();
        EngineLink link = stage.accept(engine).pong();
        stage.hold(link.channel());
        stage.drop(engine);
    }
}
