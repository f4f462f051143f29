package io.github.tlsleak.apps.socket;

import io.github.tlsleak.apps.support.Stage;
import java.lang.ref.WeakReference;
import java.net.Socket;
import javax.net.ssl.SSLSocket;

// peer: server await
// saw: reset
// expect: UNDERCUT notice SSLSocket client

/**
 * SO_LINGER 0 and close() on the transport: a deliberate abort. The peer sees a reset and cannot
 * take it for the end of the data.
 */
public final class LayeredAborted {
    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        Stage.awaitCollected(session(stage));
        Stage.done();
    }

    private static WeakReference<SSLSocket> session(Stage stage) throws Exception {
        Socket raw = new Socket(stage.host(), stage.port());
        SSLSocket socket =
                stage.ping(stage.factory().createSocket(raw, stage.host(), stage.port(), true));
        raw.setSoLinger(true, 0);
        raw.close();
        return new WeakReference<>(socket);
    }
}
