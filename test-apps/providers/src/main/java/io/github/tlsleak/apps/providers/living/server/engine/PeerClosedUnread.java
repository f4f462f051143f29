package io.github.tlsleak.apps.providers.living.server.engine;

import io.github.tlsleak.apps.providers.ProviderStage;
import io.github.tlsleak.apps.providers.living.Held;
import io.github.tlsleak.apps.support.Situation;
import javax.net.ssl.SSLEngine;

// peer: client closed
// saw: nothing
// os: close_wait
// expect: PEER_CLOSED defect SSLEngine server

/** The client closes, and nobody reads: the operating system alone knows. */
public final class PeerClosedUnread implements Situation<ProviderStage> {

    @Override
    public void play(ProviderStage stage) throws Exception {
        SSLEngine engine = Held.on(stage.provider().serverEngine());
        Held.on(stage.accept(engine)).pong();
    }
}
