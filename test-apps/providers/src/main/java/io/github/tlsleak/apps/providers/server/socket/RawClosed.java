package io.github.tlsleak.apps.providers.server.socket;

import io.github.tlsleak.apps.providers.Situation;
import io.github.tlsleak.apps.providers.Stage;
import java.net.Socket;
import javax.net.ssl.SSLSocket;

// peer: client await
// skip[provider=wildfly,tls=1.3]: its startHandshake() may not return
// saw: eof
// expect: UNDERCUT defect SSLSocket server

/** The accepted socket below is closed, the session never. */
public final class RawClosed implements Situation {

    @Override
    public void play(Stage stage) throws Exception {
        Socket raw = stage.acceptRaw();
        SSLSocket ssl =
                stage.serve(stage.sockets().createSocket(raw, stage.host(), raw.getPort(), true));
        raw.close();
        stage.drop(ssl);
    }
}
