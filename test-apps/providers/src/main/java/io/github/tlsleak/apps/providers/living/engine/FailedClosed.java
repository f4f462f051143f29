package io.github.tlsleak.apps.providers.living.engine;

import io.github.tlsleak.apps.providers.ProviderStage;
import io.github.tlsleak.apps.providers.living.Held;
import io.github.tlsleak.apps.support.EngineLink;
import io.github.tlsleak.apps.support.Situation;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;

// peer: server fail
// saw: any
// os: gone
// expect: none

/** The peer refuses the handshake, and the program closes the channel. */
public final class FailedClosed implements Situation<ProviderStage> {

    @Override
    public void play(ProviderStage stage) throws Exception {
        SSLEngine engine = Held.on(stage.provider().engine(true, stage.host(), stage.port()));
        EngineLink link = Held.on(stage.connect(engine));
        try {
            link.handshake();
            throw new IllegalStateException("the handshake must fail");
        } catch (SSLException e) {
            link.channel().close();
            stage.provider().release(engine);
        }
    }
}
