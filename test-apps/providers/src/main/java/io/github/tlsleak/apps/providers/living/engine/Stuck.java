package io.github.tlsleak.apps.providers.living.engine;

import io.github.tlsleak.apps.providers.ProviderStage;
import io.github.tlsleak.apps.providers.living.Held;
import io.github.tlsleak.apps.support.EngineLink;
import io.github.tlsleak.apps.support.Situation;
import javax.net.ssl.SSLEngine;

// peer: server stall
// saw: nothing
// os: established
// expect: STUCK defect SSLEngine client
// expect[provider=own]: none

/** The engine has sent its ClientHello, and no answer comes. */
public final class Stuck implements Situation<ProviderStage> {

    @Override
    public void play(ProviderStage stage) throws Exception {
        SSLEngine engine = Held.on(stage.provider().engine(true, stage.host(), stage.port()));
        EngineLink link = Held.on(stage.connect(engine));
        engine.beginHandshake();
        link.flush();
    }
}
