package io.github.tlsleak.apps.providers.living.engine;

import io.github.tlsleak.apps.providers.ProviderStage;
import io.github.tlsleak.apps.providers.engine.End;
import io.github.tlsleak.apps.providers.living.Held;
import io.github.tlsleak.apps.support.EngineLink;
import io.github.tlsleak.apps.support.Situation;
import javax.net.ssl.SSLEngine;

// peer: server slow-await
// saw: close_notify
// os: gone
// expect: none

/** The peer takes its time for the handshake, and all goes well. */
public final class HandshakeSlow implements Situation<ProviderStage> {

    @Override
    public void play(ProviderStage stage) throws Exception {
        SSLEngine engine = Held.on(stage.provider().engine(true, stage.host(), stage.port()));
        EngineLink link = Held.on(stage.connect(engine));
        Held.working(
                () -> {
                    End.inOrder(link.ping());
                    stage.provider().release(engine);
                });
    }
}
