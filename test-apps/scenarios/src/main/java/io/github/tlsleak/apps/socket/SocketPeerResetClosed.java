package io.github.tlsleak.apps.socket;

import io.github.tlsleak.apps.support.Stage;
import java.lang.ref.WeakReference;
import java.net.SocketException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;

// peer: server reset
// saw: nothing
// expect: none

/** The peer resets the connection, read() throws, the program closes. */
public final class SocketPeerResetClosed {
    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        Stage.awaitCollected(session(stage));
        Stage.done();
    }

    private static WeakReference<SSLSocket> session(Stage stage) throws Exception {
        SSLSocket socket = stage.ping(stage.factory().createSocket(stage.host(), stage.port()));
        try {
            socket.getInputStream().read();
            throw new IllegalStateException("the peer must reset");
        } catch (SocketException | SSLException e) {
            // the failure is intended
        }
        socket.close();
        return new WeakReference<>(socket);
    }
}
