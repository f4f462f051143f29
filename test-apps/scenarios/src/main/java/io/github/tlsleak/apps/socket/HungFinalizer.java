package io.github.tlsleak.apps.socket;

import io.github.tlsleak.apps.support.Stage;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.Socket;
import javax.net.ssl.SSLSocket;

// peer: server silent
// tls: 1.2
// jdk: 8-18
// saw: close_notify nothing
// expect: LOST leak SSLSocket client x2

/**
 * autoClose=false and TLS 1.2: the finalizer sends its close_notify, then waits for ever for the
 * close_notify of a silent peer. The second leak is queued behind it and is never finalized, so its
 * descriptor stays open. Both must be reported.
 */
public final class HungFinalizer {
    // on JDK 8 the transport has a finalizer too; if it runs first, no close_notify goes out
    static Socket raw;

    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        Stage.awaitCollected(session(stage));
        Stage.awaitCollected(another(stage));
        Stage.done();
    }

    private static WeakReference<SSLSocket> session(Stage stage) throws IOException {
        raw = new Socket(stage.host(), stage.port());
        SSLSocket socket =
                stage.ping(stage.factory().createSocket(raw, stage.host(), stage.port(), false));
        return new WeakReference<>(socket);
    }

    private static WeakReference<SSLSocket> another(Stage stage) throws IOException {
        SSLSocket socket = stage.ping(stage.factory().createSocket(stage.host(), stage.port()));
        return new WeakReference<>(socket);
    }
}
