package io.github.tlsleak.apps.providers.living.server.engine;

import io.github.tlsleak.apps.providers.ProviderStage;
import io.github.tlsleak.apps.providers.living.Held;
import io.github.tlsleak.apps.support.EngineLink;
import io.github.tlsleak.apps.support.Situation;
import javax.net.ssl.SSLEngine;

// peer: client stall
// saw: nothing
// os: established
// expect: STUCK notice SSLEngine server
// expect[provider=own]: none

/** A client connects and says nothing, as browsers do that connect ahead; a thread waits for it. */
public final class Silent implements Situation<ProviderStage> {

    @Override
    public void play(ProviderStage stage) throws Exception {
        SSLEngine engine = Held.on(stage.provider().serverEngine());
        EngineLink link = Held.on(stage.accept(engine));
        Held.hanging(link::handshake);
    }
}
