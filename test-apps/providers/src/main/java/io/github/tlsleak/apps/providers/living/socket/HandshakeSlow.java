package io.github.tlsleak.apps.providers.living.socket;

import io.github.tlsleak.apps.providers.ProviderStage;
import io.github.tlsleak.apps.providers.living.Held;
import io.github.tlsleak.apps.support.Situation;
import java.net.Socket;

// peer: server slow-await
// saw: close_notify
// saw[provider=wildfly]: eof
// expect: none

/** The peer takes its time for the handshake, and all goes well. */
public final class HandshakeSlow implements Situation<ProviderStage> {

    @Override
    public void play(ProviderStage stage) throws Exception {
        Socket socket = stage.factory().createSocket(stage.host(), stage.port());
        Held.working(() -> Held.on(stage.ping(socket)).close());
    }
}
