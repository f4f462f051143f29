package io.github.tlsleak.apps.providers.living.socket;

import io.github.tlsleak.apps.providers.ProviderStage;
import io.github.tlsleak.apps.providers.living.Held;
import io.github.tlsleak.apps.support.Situation;
import java.net.Socket;

// peer: server fin
// saw: nothing
// os: close_wait
// expect: PEER_CLOSED defect SSLSocket client

/** The peer ends TCP without a close_notify, and nobody reads. */
public final class PeerEofUnread implements Situation<ProviderStage> {

    @Override
    public void play(ProviderStage stage) throws Exception {
        Socket socket = stage.factory().createSocket(stage.host(), stage.port());
        Held.on(stage.ping(socket));
    }
}
