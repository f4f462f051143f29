package io.github.tlsleak.apps.providers.living.server.socket;

import io.github.tlsleak.apps.providers.ProviderStage;
import io.github.tlsleak.apps.providers.living.Held;
import io.github.tlsleak.apps.support.Situation;

// peer: client closed
// skip[provider=wildfly,tls=1.3]: its startHandshake() may not return
// saw: nothing
// os: close_wait
// expect: PEER_CLOSED defect SSLSocket server
// expect[provider=wildfly|own]: OPEN notice SSLSocket server

/** The client closes, and nobody reads: the operating system alone knows. */
public final class PeerClosedUnread implements Situation<ProviderStage> {

    @Override
    public void play(ProviderStage stage) throws Exception {
        Held.on(stage.pong(stage.listen().accept()));
    }
}
