package io.github.tlsleak.apps.providers.living.server.engine;

import io.github.tlsleak.apps.providers.ProviderStage;
import io.github.tlsleak.apps.providers.living.Held;
import io.github.tlsleak.apps.support.Situation;
import javax.net.ssl.SSLEngine;

// peer: client await
// saw: nothing
// os: established
// expect: OPEN notice SSLEngine server

/** The client does not use the connection any more. */
public final class Idle implements Situation<ProviderStage> {

    @Override
    public void play(ProviderStage stage) throws Exception {
        SSLEngine engine = Held.on(stage.provider().serverEngine());
        Held.on(stage.accept(engine)).pong();
    }
}
