package io.github.tlsleak.apps.providers.living.socket;

import io.github.tlsleak.apps.providers.ProviderStage;
import io.github.tlsleak.apps.providers.living.Held;
import io.github.tlsleak.apps.support.Situation;
import java.net.Socket;
import javax.net.ssl.SSLSocket;

// peer: server stall
// saw: nothing
// os: established
// expect: STUCK defect SSLSocket client
// expect[provider=own]: none
// expect[provider=conscrypt-descriptor]: none

/** The peer never answers the ClientHello, and no timeout ends the handshake. */
public final class Stuck implements Situation<ProviderStage> {

    @Override
    public void play(ProviderStage stage) throws Exception {
        Socket socket = stage.factory().createSocket(stage.host(), stage.port());
        SSLSocket ssl = Held.on(stage.restrict(socket));
        Held.hanging(ssl::startHandshake);
    }
}
