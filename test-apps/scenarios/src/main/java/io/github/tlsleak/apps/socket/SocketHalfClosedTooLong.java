package io.github.tlsleak.apps.socket;

import io.github.tlsleak.apps.support.Stage;
import javax.net.ssl.SSLSocket;

// peer: server silent
// options: threshold=1s
// saw: close_notify
// expect: HALF_CLOSED leak SSLSocket client

/**
 * The output is shut down, and the peer does not answer. The program keeps the socket for longer
 * than the threshold and does not close it.
 */
public final class SocketHalfClosedTooLong {
    private static SSLSocket socket;

    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        socket = stage.ping(stage.factory().createSocket(stage.host(), stage.port()));
        socket.shutdownOutput();
        Stage.sleep(3_000);
        Stage.done();
    }
}
