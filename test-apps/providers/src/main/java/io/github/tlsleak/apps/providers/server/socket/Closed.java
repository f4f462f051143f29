package io.github.tlsleak.apps.providers.server.socket;

import io.github.tlsleak.apps.providers.Situation;
import io.github.tlsleak.apps.providers.Stage;
import javax.net.ssl.SSLSocket;

// peer: client await
// skip[provider=wildfly,tls=1.3]: its startHandshake() may not return
// saw: close_notify
// saw[provider=wildfly]: eof
// expect: none
// expect[provider=wildfly]: UNSENT notice SSLSocket server
// count: CLOSED 1
// count[provider=wildfly]: CLOSED 0

/** Accepted, answered, closed as it should be. */
public final class Closed implements Situation {

    @Override
    public void play(Stage stage) throws Exception {
        SSLSocket ssl = stage.app().pong(stage.listen().accept());
        ssl.close();
        stage.drop(ssl);
    }
}
