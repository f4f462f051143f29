package io.github.tlsleak.apps.wrap;

import io.github.tlsleak.apps.support.Stage;
import java.lang.ref.WeakReference;
import javax.net.ssl.SSLSocket;

// peer: server await
// saw: close_notify
// expect: none
// count: CLOSED 1

/** A wrapped socket is closed through its wrapper. */
public final class WrappedSocketClosed {
    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        Stage.awaitCollected(session(stage));
        Stage.done();
    }

    private static WeakReference<SSLSocket> session(Stage stage) throws Exception {
        SSLSocket socket =
                new DelegatingSocket(
                        stage.restrict(stage.factory().createSocket(stage.host(), stage.port())));
        stage.ping(socket);
        socket.close();
        return new WeakReference<>(socket);
    }
}
