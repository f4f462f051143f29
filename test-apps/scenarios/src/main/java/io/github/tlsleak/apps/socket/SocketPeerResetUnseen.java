package io.github.tlsleak.apps.socket;

import io.github.tlsleak.apps.support.App;
import java.lang.ref.WeakReference;
import javax.net.ssl.SSLSocket;

// peer: server reset
// saw: nothing
// expect: LOST leak SSLSocket client
// expect[jdk<=18]: RESCUED leak SSLSocket client

/**
 * The peer resets the connection, but the program never looks and forgets the socket: its
 * descriptor is open all the same.
 */
public final class SocketPeerResetUnseen {
    public static void main(String[] args) throws Exception {
        App app = App.of(args);
        App.awaitCollected(session(app));
        App.done();
    }

    private static WeakReference<SSLSocket> session(App app) throws Exception {
        SSLSocket socket = app.ping(app.factory().createSocket(app.host(), app.port()));
        App.sleep(400);
        return new WeakReference<>(socket);
    }
}
