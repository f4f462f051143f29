package io.github.tlsleak.apps.socket;

import io.github.tlsleak.apps.support.Stage;
import javax.net.ssl.SSLSocket;

// peer: server await
// saw: nothing
// expect: none
// count: OPEN 1

/**
 * Still open and in use when the program ends: the socket is listed as open and not reported as a
 * leak.
 */
public final class SocketOpenAtExit {
    private static SSLSocket socket;

    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        socket = stage.ping(stage.factory().createSocket(stage.host(), stage.port()));
        Stage.awaitCollected();
        Stage.done();
    }
}
