package io.github.tlsleak.apps.providers.socket;

import io.github.tlsleak.apps.providers.Situation;
import io.github.tlsleak.apps.providers.Stage;
import java.net.Socket;

// peer: server await
// saw: eof
// expect: none
// count: CLOSED 1

/** Connected and closed before any handshake. */
public final class UnusedClosed implements Situation {

    @Override
    public void play(Stage stage) throws Exception {
        Socket socket = stage.sockets().createSocket(stage.host(), stage.port());
        socket.close();
        stage.drop(socket);
    }
}
