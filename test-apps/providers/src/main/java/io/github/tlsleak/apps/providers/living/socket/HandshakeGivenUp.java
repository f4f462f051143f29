package io.github.tlsleak.apps.providers.living.socket;

import io.github.tlsleak.apps.providers.ProviderStage;
import io.github.tlsleak.apps.providers.living.Held;
import io.github.tlsleak.apps.support.Situation;
import java.io.IOException;
import java.net.Socket;
import javax.net.ssl.SSLSocket;

// peer: server stall
// skip[provider=own]: its sockets take a timeout once they have shaken hands
// saw: any
// os: gone
// expect: none

/** The program gives the handshake up in time, and closes. */
public final class HandshakeGivenUp implements Situation<ProviderStage> {

    @Override
    public void play(ProviderStage stage) throws Exception {
        Socket socket = stage.factory().createSocket(stage.host(), stage.port());
        SSLSocket ssl = Held.on(stage.restrict(socket));
        Held.working(
                () -> {
                    ssl.setSoTimeout(500);
                    try {
                        ssl.startHandshake();
                        throw new IllegalStateException("nobody answers");
                    } catch (IOException e) {
                        ssl.close();
                    }
                });
    }
}
