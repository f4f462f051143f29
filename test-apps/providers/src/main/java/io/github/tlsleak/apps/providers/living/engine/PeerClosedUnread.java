package io.github.tlsleak.apps.providers.living.engine;

import io.github.tlsleak.apps.providers.ProviderStage;
import io.github.tlsleak.apps.providers.living.Held;
import io.github.tlsleak.apps.support.Situation;
import javax.net.ssl.SSLEngine;

// peer: server closed
// saw: nothing
// os: close_wait
// expect: PEER_CLOSED defect SSLEngine client

/** The peer closes, and nobody reads: the operating system alone knows. */
public final class PeerClosedUnread implements Situation<ProviderStage> {

    @Override
    public void play(ProviderStage stage) throws Exception {
        SSLEngine engine = Held.on(stage.provider().engine(true, stage.host(), stage.port()));
        Held.on(stage.connect(engine)).ping();
    }
}
