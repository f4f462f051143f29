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
// expect[provider=wildfly]: STUCK defect SSLEngine client
// expect[provider=conscrypt-descriptor]: none

/** A read brings the handshake about that never ends. */
public final class StuckInRead implements Situation<ProviderStage> {

    @Override
    public void play(ProviderStage stage) throws Exception {
        Socket socket = stage.factory().createSocket(stage.host(), stage.port());
        SSLSocket ssl = Held.on(stage.restrict(socket));
        Held.hanging(() -> ssl.getInputStream().read());
    }
}
