package io.github.tlsleak.apps.socket;

import io.github.tlsleak.apps.support.App;
import javax.net.ssl.SSLSocket;

// peer: server await
// saw: nothing
// expect: none
// count: OPEN 1

/** Still open and in use when the program ends: listed as open, never called a leak. */
public final class SocketOpenAtExit {
    private static SSLSocket socket;

    public static void main(String[] args) throws Exception {
        App app = App.of(args);
        socket = app.ping(app.factory().createSocket(app.host(), app.port()));
        App.awaitCollected();
        App.done();
    }
}
