package io.github.tlsleak.apps.providers.living.socket;

import io.github.tlsleak.apps.providers.ProviderStage;
import io.github.tlsleak.apps.providers.living.Held;
import io.github.tlsleak.apps.support.Situation;
import java.io.IOException;
import java.net.Socket;
import javax.net.ssl.SSLSocket;

// peer: server fail
// saw: eof
// saw[provider=wildfly]: nothing
// os: gone
// os[provider=wildfly]: established
// expect: none
// expect[provider=wildfly]: FAILED defect SSLSocket client

/** The peer refuses the handshake. The program keeps the socket, which has closed itself. */
public final class Failed implements Situation<ProviderStage> {

    @Override
    public void play(ProviderStage stage) throws Exception {
        Socket socket = stage.factory().createSocket(stage.host(), stage.port());
        SSLSocket ssl = Held.on(stage.restrict(socket));
        try {
            ssl.startHandshake();
            throw new IllegalStateException("the handshake must fail");
        } catch (IOException e) {
            return;
        }
    }
}
