package io.github.tlsleak.apps.providers.socket;

import io.github.tlsleak.apps.providers.Situation;
import io.github.tlsleak.apps.providers.Stage;
import java.io.IOException;
import java.net.Socket;
import javax.net.ssl.SSLSocket;

// peer: server await
// saw: eof
// expect: UNDERCUT defect SSLSocket client

/** The socket below is closed before the session. */
public final class RawClosedFirst implements Situation {

    @Override
    public void play(Stage stage) throws Exception {
        Socket raw = stage.raw();
        Socket socket = stage.sockets().createSocket(raw, stage.host(), stage.port(), true);
        SSLSocket ssl = stage.app().ping(socket);
        raw.close();
        try {
            ssl.close();
        } catch (IOException e) {
            // some providers cannot send their close_notify and say so
        }
        stage.drop(ssl);
    }
}
