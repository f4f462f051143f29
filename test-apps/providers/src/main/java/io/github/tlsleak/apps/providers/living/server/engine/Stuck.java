package io.github.tlsleak.apps.providers.living.server.engine;

import io.github.tlsleak.apps.providers.ProviderStage;
import io.github.tlsleak.apps.providers.living.Held;
import io.github.tlsleak.apps.support.EngineLink;
import io.github.tlsleak.apps.support.Situation;
import javax.net.ssl.SSLEngine;

// peer: client hello
// saw: nothing
// os: established
// expect: STUCK defect SSLEngine server
// expect[provider=own]: none

/** A client sends its ClientHello, and nothing more. */
public final class Stuck implements Situation<ProviderStage> {

    @Override
    public void play(ProviderStage stage) throws Exception {
        SSLEngine engine = Held.on(stage.provider().serverEngine());
        EngineLink link = Held.on(stage.accept(engine));
        Held.hanging(link::handshake);
    }
}
