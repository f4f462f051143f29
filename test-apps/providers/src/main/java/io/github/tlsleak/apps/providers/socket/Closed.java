package io.github.tlsleak.apps.providers.socket;

import io.github.tlsleak.apps.providers.Situation;
import io.github.tlsleak.apps.providers.Stage;
import java.net.Socket;
import javax.net.ssl.SSLSocket;

// peer: server await
// saw: close_notify
// saw[provider=wildfly]: eof
// expect: none
// expect[provider=wildfly]: UNSENT notice SSLSocket client
// count: CLOSED 1
// count[provider=wildfly]: CLOSED 0

/** Closed as it should be. */
public final class Closed implements Situation {

    @Override
    public void play(Stage stage) throws Exception {
        Socket socket = stage.sockets().createSocket(stage.host(), stage.port());
        SSLSocket ssl = stage.app().ping(socket);
        ssl.close();
        stage.drop(ssl);
    }
}
