package io.github.tlsleak.apps.socket;

import io.github.tlsleak.apps.support.Stage;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.Socket;
import javax.net.ssl.SSLSocket;

// peer: server await
// saw: eof
// saw[jdk<=18]: close_notify
// expect: UNDERCUT defect SSLSocket client
// expect[jdk<=18]: RESCUED leak SSLSocket client

/**
 * The SSLSocket is forgotten. The program still holds the transport and closes it later. So the
 * descriptor was not left to the garbage collector, but the close_notify is missing. Up to JDK 18
 * the finalizer has closed both before.
 */
public final class LayeredRawClosedLate {
    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        Socket raw = new Socket(stage.host(), stage.port());
        Stage.awaitCollected(session(stage, raw));
        raw.close();
        Stage.done();
    }

    private static WeakReference<SSLSocket> session(Stage stage, Socket raw) throws IOException {
        SSLSocket socket =
                stage.ping(stage.factory().createSocket(raw, stage.host(), stage.port(), true));
        return new WeakReference<>(socket);
    }
}
