package io.github.tlsleak.apps.providers.engine;

import io.github.tlsleak.apps.providers.ProviderStage;
import io.github.tlsleak.apps.support.EngineLink;
import io.github.tlsleak.apps.support.Situation;
import javax.net.ssl.SSLEngine;

// peer: server await
// saw: eof
// expect: LOST leak SSLEngine client
// skip[provider=netty-refcnt-older|netty-openssl-older]: its context holds it for ever

/** Established, then forgotten. Its channel is still open. */
public final class Dropped implements Situation<ProviderStage> {

    @Override
    public void play(ProviderStage stage) throws Exception {
        SSLEngine engine = stage.provider().engine(true, stage.host(), stage.port());
        EngineLink link = stage.connect(engine).ping();
        stage.hold(link.channel());
        stage.drop(engine);
    }
}
