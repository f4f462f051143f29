package io.github.tlsleak.apps.providers.socket;

import io.github.tlsleak.apps.providers.ProviderStage;
import io.github.tlsleak.apps.support.Situation;
import java.net.Socket;

// peer: server await
// saw: eof
// expect: none
// count: CLOSED 1

/** Connected and closed before any handshake. */
public final class UnusedClosed implements Situation<ProviderStage> {

    @Override
    public void play(ProviderStage stage) throws Exception {
        Socket socket = stage.factory().createSocket(stage.host(), stage.port());
        socket.close();
        stage.drop(socket);
    }
}
