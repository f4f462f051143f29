package io.github.tlsleak.apps.socket;

import io.github.tlsleak.apps.support.Stage;
import java.lang.ref.WeakReference;
import javax.net.ssl.SSLSocket;

// peer: server await
// saw: eof
// saw[jdk>=9,jdk<=18]: close_notify
// saw[jdk<=8]: any
// expect: LOST leak SSLSocket client
// expect[jdk<=18]: RESCUED leak SSLSocket client

/**
 * An established socket is dropped. Up to JDK 18 its finalizer closes it, so the peer gets a
 * close_notify, but late. Since JDK 19 (JDK-8212136) a cleaner closes the descriptor. Then the peer
 * sees a bare end of the stream and cannot tell it from a truncation (RFC 8446, 6.1). Measured on
 * 8: the transport has a finalizer of its own. If that finalizer runs first, the close() of the
 * SSLSocket's finalizer comes too late, and the peer also sees the bare end.
 */
public final class SocketDropped {
    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        Stage.awaitCollected(session(stage));
        Stage.done();
    }

    private static WeakReference<SSLSocket> session(Stage stage) throws Exception {
        SSLSocket socket = stage.ping(stage.factory().createSocket(stage.host(), stage.port()));
        return new WeakReference<>(socket);
    }
}
