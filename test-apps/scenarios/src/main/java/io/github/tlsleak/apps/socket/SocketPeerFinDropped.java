package io.github.tlsleak.apps.socket;

import io.github.tlsleak.apps.support.Stage;
import java.lang.ref.WeakReference;
import javax.net.ssl.SSLSocket;

// peer: server fin
// saw: eof
// saw[tls=1.2]: close_notify
// saw[jdk>=9,jdk<=18,tls=1.3]: close_notify
// saw[jdk<=8]: any
// expect: UNANSWERED leak SSLSocket client

/**
 * The peer ends TCP without close_notify. The program reads -1 and forgets the socket. JSSE takes
 * the bare end for a close_notify (com.sun.net.ssl.requireCloseNotify is false) and answers it in
 * TLS 1.2. The missing close_notify is the peer's fault. The open descriptor is this side's fault.
 */
public final class SocketPeerFinDropped {
    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        Stage.awaitCollected(session(stage));
        Stage.done();
    }

    private static WeakReference<SSLSocket> session(Stage stage) throws Exception {
        SSLSocket socket = stage.ping(stage.factory().createSocket(stage.host(), stage.port()));
        socket.getInputStream().read();
        return new WeakReference<>(socket);
    }
}
