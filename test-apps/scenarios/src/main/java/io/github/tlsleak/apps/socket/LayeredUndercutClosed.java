package io.github.tlsleak.apps.socket;

import io.github.tlsleak.apps.support.Stage;
import java.lang.ref.WeakReference;
import java.net.Socket;
import javax.net.ssl.SSLSocket;

// peer: server await
// saw: eof
// expect: UNDERCUT defect SSLSocket client

/**
 * The transport is closed first and the SSLSocket second: the wrong order, too late for a
 * close_notify. close() does not report that.
 */
public final class LayeredUndercutClosed {
    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        Stage.awaitCollected(session(stage));
        Stage.done();
    }

    private static WeakReference<SSLSocket> session(Stage stage) throws Exception {
        Socket raw = new Socket(stage.host(), stage.port());
        SSLSocket socket =
                stage.ping(stage.factory().createSocket(raw, stage.host(), stage.port(), true));
        raw.close();
        socket.close();
        return new WeakReference<>(socket);
    }
}
