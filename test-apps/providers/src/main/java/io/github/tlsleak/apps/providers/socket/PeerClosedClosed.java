package io.github.tlsleak.apps.providers.socket;

import io.github.tlsleak.apps.providers.Read;
import io.github.tlsleak.apps.providers.Situation;
import io.github.tlsleak.apps.providers.Stage;
import java.net.Socket;
import javax.net.ssl.SSLSocket;

// peer: server close_notify
// skip[provider=wildfly]: its read() does not return
// saw: close_notify
// expect: none
// count: CLOSED 1

/** The peer's close_notify is read, the socket then closed. */
public final class PeerClosedClosed implements Situation {

    @Override
    public void play(Stage stage) throws Exception {
        Socket socket = stage.sockets().createSocket(stage.host(), stage.port());
        SSLSocket ssl = stage.app().ping(socket);
        Read.toEnd(ssl);
        ssl.close();
        stage.drop(ssl);
    }
}
