package io.github.tlsleak.apps.socket;

import io.github.tlsleak.apps.support.App;
import java.lang.ref.WeakReference;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;

// peer: server silent
// saw: eof
// saw[jdk>=9,jdk<=18]: close_notify
// saw[jdk<=8]: any
// expect: HALF_CLOSED leak SSLSocket client

/**
 * shutdownInput() without a close_notify from the peer throws, a trap for programs that then skip
 * close(): the input is closed, the output and the descriptor are not. The peer was there all the
 * time, the exception is of this side's own making.
 */
public final class SocketShutdownInputDropped {
    public static void main(String[] args) throws Exception {
        App app = App.of(args);
        App.awaitCollected(session(app));
        App.done();
    }

    private static WeakReference<SSLSocket> session(App app) throws Exception {
        SSLSocket socket = app.ping(app.factory().createSocket(app.host(), app.port()));
        try {
            socket.shutdownInput();
        } catch (SSLException e) {
            // "closing inbound before receiving peer's close_notify": closed nevertheless.
        }
        return new WeakReference<>(socket);
    }
}
