package io.github.tlsleak.apps.socket;

import io.github.tlsleak.apps.support.Stage;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLSocket;

// peer: server await
// options: threshold=1s
// saw: close_notify x9
// expect: RETAINED notice SSLSocket

/**
 * The sockets are closed in order, but a growing list keeps them for ever. That costs memory and
 * violates no protocol, so it is a notice for the site.
 */
public final class SocketsRetained {
    private static final List<SSLSocket> HISTORY = new ArrayList<>();

    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        for (int i = 0; i < 9; i++) {
            SSLSocket socket = stage.ping(stage.factory().createSocket(stage.host(), stage.port()));
            socket.close();
            HISTORY.add(socket);
            System.gc();
            Stage.sleep(500);
        }
        System.gc();
        Stage.sleep(2_000);
        Stage.done();
    }
}
