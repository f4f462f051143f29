package io.github.tlsleak.apps.providers.living.engine;

import io.github.tlsleak.apps.providers.ProviderStage;
import io.github.tlsleak.apps.providers.living.Held;
import io.github.tlsleak.apps.support.EngineLink;
import io.github.tlsleak.apps.support.Situation;
import javax.net.ssl.SSLEngine;

// peer: server stall
// saw: any
// os: established
// expect: STUCK defect SSLEngine client
// expect[provider=own]: none
// over: STUCK
// over[provider=own]: none

/** The handshake takes too long, and then the program gives it up and closes the channel. */
public final class StuckOver implements Situation<ProviderStage> {

    @Override
    public void play(ProviderStage stage) throws Exception {
        SSLEngine engine = Held.on(stage.provider().engine(true, stage.host(), stage.port()));
        EngineLink link = Held.on(stage.connect(engine));
        engine.beginHandshake();
        link.flush();
        Held.later(
                () -> {
                    link.channel().close();
                    stage.provider().release(engine);
                });
    }
}
