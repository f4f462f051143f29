package io.github.tlsleak.apps.providers.socket;

import io.github.tlsleak.apps.providers.ProviderStage;
import io.github.tlsleak.apps.support.Situation;

// peer: server await
// saw: eof
// expect: UNUSED leak SSLSocket

/** Connected and forgotten before any handshake. */
public final class Unused implements Situation<ProviderStage> {

    @Override
    public void play(ProviderStage stage) throws Exception {
        stage.drop(stage.factory().createSocket(stage.host(), stage.port()));
    }
}
