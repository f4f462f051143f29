package io.github.tlsleak.apps.providers.socket;

import io.github.tlsleak.apps.providers.Situation;
import io.github.tlsleak.apps.providers.Stage;
import java.net.Socket;
import javax.net.ssl.SSLSocket;

// peer: server await
// skip[provider=bouncycastle|own]: shutdownOutput() is not supported
// saw: close_notify
// saw[provider=conscrypt|wildfly]: eof
// expect: HALF_CLOSED leak SSLSocket client

/** shutdownOutput() only. */
public final class OutputShut implements Situation {

    @Override
    public void play(Stage stage) throws Exception {
        Socket socket = stage.sockets().createSocket(stage.host(), stage.port());
        SSLSocket ssl = stage.app().ping(socket);
        ssl.shutdownOutput();
        stage.drop(ssl);
    }
}
