package io.github.tlsleak.apps.providers.living.engine;

import io.github.tlsleak.apps.providers.ProviderStage;
import io.github.tlsleak.apps.providers.living.Held;
import io.github.tlsleak.apps.support.EngineLink;
import io.github.tlsleak.apps.support.Situation;
import javax.net.ssl.SSLEngine;

// peer: server closed
// saw: nothing
// os: close_wait
// expect: PEER_CLOSED defect SSLEngine client

/** The program takes the close_notify of the peer, and keeps engine and channel. */
public final class PeerClosedRead implements Situation<ProviderStage> {

    @Override
    public void play(ProviderStage stage) throws Exception {
        SSLEngine engine = Held.on(stage.provider().engine(true, stage.host(), stage.port()));
        EngineLink link = Held.on(stage.connect(engine)).ping();
        if (link.receive() != null) {
            throw new IllegalStateException("the peer must close");
        }
    }
}
