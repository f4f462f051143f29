package io.github.tlsleak.apps.socket;

import io.github.tlsleak.apps.support.Stage;
import java.io.IOException;
import java.lang.ref.WeakReference;
import javax.net.ssl.SSLSocket;

// peer: server await
// saw: close_notify eof
// saw[jdk>=9,jdk<=18]: close_notify close_notify
// saw[jdk<=8]: any
// expect: LOST leak SSLSocket client
// expect[jdk<=18]: RESCUED leak SSLSocket client
// count: CLOSED 1

/**
 * Two connections of one context. The second one resumes the session. The first is closed, the
 * second dropped. A resumed session is a session like any other.
 */
public final class SocketResumed {
    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        stage.ping(stage.factory().createSocket(stage.host(), stage.port())).close();
        Stage.awaitCollected(session(stage));
        Stage.done();
    }

    private static WeakReference<SSLSocket> session(Stage stage) throws IOException {
        SSLSocket socket = stage.ping(stage.factory().createSocket(stage.host(), stage.port()));
        return new WeakReference<>(socket);
    }
}
