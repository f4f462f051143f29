package io.github.tlsleak.apps.closing;

import io.github.tlsleak.apps.support.App;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ref.WeakReference;
import java.net.InetSocketAddress;
import java.net.Socket;
import javax.net.ssl.SSLSocket;

// peer: server await
// saw: close_notify
// expect: none
// count: CLOSED 1

/**
 * An SSLSocket over a socket of the program's own class, closed in order: what that class does with
 * the bytes nobody knows, so it is not accused of anything.
 */
public final class OverOwnSocket {
    public static void main(String[] args) throws Exception {
        App app = App.of(args);
        App.awaitCollected(session(app));
        App.done();
    }

    private static WeakReference<SSLSocket> session(App app) throws Exception {
        Socket raw = new Counting();
        raw.connect(new InetSocketAddress(app.host(), app.port()));
        SSLSocket socket = app.ping(app.factory().createSocket(raw, app.host(), app.port(), true));
        socket.close();
        return new WeakReference<>(socket);
    }

    /** Stands for the sockets that drivers put below TLS. */
    private static final class Counting extends Socket {
        @Override
        public InputStream getInputStream() throws IOException {
            return super.getInputStream();
        }

        @Override
        public OutputStream getOutputStream() throws IOException {
            return super.getOutputStream();
        }
    }
}
