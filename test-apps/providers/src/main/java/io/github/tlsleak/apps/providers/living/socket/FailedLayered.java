package io.github.tlsleak.apps.providers.living.socket;

import io.github.tlsleak.apps.providers.ProviderStage;
import io.github.tlsleak.apps.providers.living.Held;
import io.github.tlsleak.apps.support.Situation;
import java.io.IOException;
import java.net.Socket;
import javax.net.ssl.SSLSocket;

// peer: server fail
// saw: any
// os: established
// expect: FAILED defect SSLSocket client
// expect[provider=own]: FAILED defect SSLSocket
// expect[provider=conscrypt-descriptor]: FAILED defect SSLSocket

/** As {@link Failed}, and the connection below is the program's, which keeps it. */
public final class FailedLayered implements Situation<ProviderStage> {

    @Override
    public void play(ProviderStage stage) throws Exception {
        Socket raw = Held.on(stage.raw());
        Socket layered = stage.factory().createSocket(raw, stage.host(), stage.port(), false);
        SSLSocket ssl = Held.on(stage.restrict(layered));
        try {
            ssl.startHandshake();
            throw new IllegalStateException("the handshake must fail");
        } catch (IOException e) {
            return;
        }
    }
}
