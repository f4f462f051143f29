package io.github.tlsleak.apps.providers.living.socket;

import io.github.tlsleak.apps.providers.ProviderStage;
import io.github.tlsleak.apps.providers.living.Held;
import io.github.tlsleak.apps.support.Situation;
import java.net.Socket;
import javax.net.ssl.SSLSocket;

// peer: server stall
// saw: any
// os: established
// expect: STUCK defect SSLSocket client
// expect[provider=own]: none
// expect[provider=conscrypt-descriptor]: none
// over: STUCK
// over[provider=bouncycastle|own]: none
// over[provider=conscrypt-descriptor]: none

/**
 * The handshake takes too long, and then the program gives it up and closes. The close() of Bouncy
 * Castle waits for the end of the handshake.
 */
public final class StuckOver implements Situation<ProviderStage> {

    @Override
    public void play(ProviderStage stage) throws Exception {
        Socket socket = stage.factory().createSocket(stage.host(), stage.port());
        SSLSocket ssl = Held.on(stage.restrict(socket));
        Held.hanging(ssl::startHandshake);
        Held.later(() -> Held.hanging(ssl::close));
    }
}
