package io.github.tlsleak.apps.socket;

import io.github.tlsleak.apps.support.Stage;
import java.lang.ref.WeakReference;
import java.net.Socket;
import javax.net.ssl.SSLSocket;

// peer: server await
// saw: eof
// expect: UNDERCUT defect SSLSocket client

/**
 * The program closes the transport and forgets the SSLSocket. The peer sees a bare end of the
 * stream. The descriptor is free, so this is a defect and not a leak.
 */
public final class LayeredUndercutDropped {
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
        return new WeakReference<>(socket);
    }
}
