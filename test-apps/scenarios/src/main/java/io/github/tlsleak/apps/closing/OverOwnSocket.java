package io.github.tlsleak.apps.closing;

import io.github.tlsleak.apps.support.Stage;
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
 * An SSLSocket over a socket of the program's own class, closed in order. Nobody knows what that
 * class does with the bytes, so the agent reports nothing.
 */
public final class OverOwnSocket {
    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        Stage.awaitCollected(session(stage));
        Stage.done();
    }

    private static WeakReference<SSLSocket> session(Stage stage) throws Exception {
        Socket raw = new Counting();
        raw.connect(new InetSocketAddress(stage.host(), stage.port()));
        SSLSocket socket =
                stage.ping(stage.factory().createSocket(raw, stage.host(), stage.port(), true));
        socket.close();
        return new WeakReference<>(socket);
    }

    /** Stands for the sockets that drivers use as the transport of TLS. */
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
