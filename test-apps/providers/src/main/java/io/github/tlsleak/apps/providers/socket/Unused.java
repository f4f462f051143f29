package io.github.tlsleak.apps.providers.socket;

import io.github.tlsleak.apps.providers.Situation;
import io.github.tlsleak.apps.providers.Stage;

// peer: server await
// saw: eof
// expect: UNUSED leak SSLSocket

/** Connected and forgotten before any handshake. */
public final class Unused implements Situation {

    @Override
    public void play(Stage stage) throws Exception {
        stage.drop(stage.sockets().createSocket(stage.host(), stage.port()));
    }
}
