package io.github.tlsleak.apps.providers.living.engine;

import io.github.tlsleak.apps.providers.ProviderStage;
import io.github.tlsleak.apps.providers.living.Held;
import io.github.tlsleak.apps.support.EngineLink;
import io.github.tlsleak.apps.support.Situation;
import javax.net.ssl.SSLEngine;

// peer: server stall
// saw: any
// os: gone
// expect: none

/** The program gives the handshake up in time, and closes the channel. */
public final class HandshakeGivenUp implements Situation<ProviderStage> {

    @Override
    public void play(ProviderStage stage) throws Exception {
        SSLEngine engine = Held.on(stage.provider().engine(true, stage.host(), stage.port()));
        EngineLink link = Held.on(stage.connect(engine));
        engine.beginHandshake();
        link.flush();
        link.channel().close();
        stage.provider().release(engine);
    }
}
