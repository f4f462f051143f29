package io.github.tlsleak.apps.providers.living.socket;

import io.github.tlsleak.apps.providers.ProviderStage;
import io.github.tlsleak.apps.providers.living.Held;
import io.github.tlsleak.apps.support.Situation;
import java.net.Socket;

// peer: server closed
// saw: nothing
// os: close_wait
// expect: PEER_CLOSED defect SSLSocket client

/** The peer closes, and nobody reads: the operating system alone knows. */
public final class PeerClosedUnread implements Situation<ProviderStage> {

    @Override
    public void play(ProviderStage stage) throws Exception {
        Socket socket = stage.factory().createSocket(stage.host(), stage.port());
        Held.on(stage.ping(socket));
    }
}
