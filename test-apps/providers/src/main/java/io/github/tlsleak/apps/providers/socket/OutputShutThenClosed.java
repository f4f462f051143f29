package io.github.tlsleak.apps.providers.socket;

import io.github.tlsleak.apps.providers.Situation;
import io.github.tlsleak.apps.providers.Stage;
import java.net.Socket;
import javax.net.ssl.SSLSocket;

// peer: server await
// skip[provider=bouncycastle|own]: shutdownOutput() is not supported
// saw: close_notify
// saw[provider=conscrypt|wildfly]: eof
// expect: none
// expect[provider=conscrypt]: UNSENT defect SSLSocket client
// expect[provider=conscrypt,provider=conscrypt-descriptor]: none
// expect[provider=wildfly]: UNSENT notice SSLSocket client
// count: CLOSED 1
// count[provider=conscrypt|wildfly]: CLOSED 0
// count[provider=conscrypt,provider=conscrypt-descriptor]: CLOSED 1

/** shutdownOutput(), then close(). */
public final class OutputShutThenClosed implements Situation {

    @Override
    public void play(Stage stage) throws Exception {
        Socket socket = stage.sockets().createSocket(stage.host(), stage.port());
        SSLSocket ssl = stage.app().ping(socket);
        ssl.shutdownOutput();
        ssl.close();
        stage.drop(ssl);
    }
}
