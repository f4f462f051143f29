package io.github.tlsleak.apps.closing;

import io.github.tlsleak.apps.support.Stage;
import java.lang.ref.WeakReference;
import java.net.Socket;
import javax.net.ssl.SSLSocket;

// peer: server await
// saw: close_notify
// expect: none
// count: CLOSED 1

/** A wrapper that closes the transport itself, but only after the SSLSocket that it wraps. */
public final class ProxiedClosedInOrder {
    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        Stage.awaitCollected(session(stage));
        Stage.done();
    }

    private static WeakReference<SSLSocket> session(Stage stage) throws Exception {
        Socket proxy = new Socket(stage.host(), stage.port());
        SSLSocket tls =
                stage.restrict(
                        stage.factory().createSocket(proxy, stage.host(), stage.port(), false));
        SSLSocket socket = stage.ping(new ProxiedSocket(tls, proxy, false));
        socket.close();
        return new WeakReference<>(socket);
    }
}
