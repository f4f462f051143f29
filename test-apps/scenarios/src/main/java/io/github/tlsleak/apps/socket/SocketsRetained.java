package io.github.tlsleak.apps.socket;

import io.github.tlsleak.apps.support.App;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLSocket;

// peer: server await
// options: threshold=1s
// saw: close_notify x5
// expect: RETAINED notice SSLSocket client

/**
 * Closed properly, yet kept in a list for ever, and the list grows: memory, not protocol, hence a
 * notice for the site.
 */
public final class SocketsRetained {
    private static final List<SSLSocket> HISTORY = new ArrayList<>();

    public static void main(String[] args) throws Exception {
        App app = App.of(args);
        for (int i = 0; i < 5; i++) {
            SSLSocket socket = app.ping(app.factory().createSocket(app.host(), app.port()));
            socket.close();
            HISTORY.add(socket);
            System.gc();
            App.sleep(500);
        }
        System.gc();
        App.sleep(2_000);
        App.done();
    }
}
