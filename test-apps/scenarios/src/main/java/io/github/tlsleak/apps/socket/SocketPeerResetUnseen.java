package io.github.tlsleak.apps.socket;

import io.github.tlsleak.apps.support.Stage;
import java.lang.ref.WeakReference;
import javax.net.ssl.SSLSocket;

// peer: server reset
// saw: nothing
// expect: LOST leak SSLSocket client
// expect[jdk<=18]: RESCUED leak SSLSocket client

/**
 * The peer resets the connection. The program never notices and forgets the socket, whose
 * descriptor is still open.
 */
public final class SocketPeerResetUnseen {
    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        Stage.awaitCollected(session(stage));
        Stage.done();
    }

    private static WeakReference<SSLSocket> session(Stage stage) throws Exception {
        SSLSocket socket = stage.ping(stage.factory().createSocket(stage.host(), stage.port()));
        Stage.sleep(400);
        return new WeakReference<>(socket);
    }
}
