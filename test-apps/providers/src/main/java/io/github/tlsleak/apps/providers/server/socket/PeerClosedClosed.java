package io.github.tlsleak.apps.providers.server.socket;

import io.github.tlsleak.apps.providers.Read;
import io.github.tlsleak.apps.providers.Situation;
import io.github.tlsleak.apps.providers.Stage;
import javax.net.ssl.SSLSocket;

// peer: client close_notify
// skip[provider=wildfly]: its read() does not return
// saw: close_notify
// expect: none
// count: CLOSED 1

/** The client's close_notify is read, the socket then closed. */
public final class PeerClosedClosed implements Situation {

    @Override
    public void play(Stage stage) throws Exception {
        SSLSocket ssl = stage.app().pong(stage.listen().accept());
        Read.toEnd(ssl);
        ssl.close();
        stage.drop(ssl);
    }
}
