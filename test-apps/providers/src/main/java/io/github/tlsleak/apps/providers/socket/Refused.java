package io.github.tlsleak.apps.providers.socket;

import io.github.tlsleak.apps.providers.ProviderStage;
import io.github.tlsleak.apps.support.Situation;
import java.io.IOException;
import java.net.Socket;
import javax.net.ssl.SSLSocket;

// peer: server fail
// saw: eof
// expect: none
// expect[provider=wildfly]: FAILED leak SSLSocket
// count: FAILED 1
// count[provider=wildfly]: FAILED 0

/** The peer refuses the handshake. The socket is forgotten. */
public final class Refused implements Situation<ProviderStage> {

    @Override
    public void play(ProviderStage stage) throws Exception {
        Socket socket = stage.factory().createSocket(stage.host(), stage.port());
        SSLSocket ssl = stage.restrict(socket);
        try {
            ssl.startHandshake();
            throw new IllegalStateException("the handshake must fail");
        } catch (IOException e) {
            // the failure is intended
        }
        stage.drop(ssl);
    }
}
