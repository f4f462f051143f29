package io.github.tlsleak.apps.socket;

import io.github.tlsleak.apps.support.Stage;
import java.lang.ref.WeakReference;
import javax.net.ssl.SSLSocket;

// peer: server close_notify
// saw: eof
// saw[tls=1.2]: close_notify
// saw[jdk>=9,jdk<=18,tls=1.3]: close_notify
// saw[jdk<=8]: any
// expect: UNANSWERED leak SSLSocket client

/**
 * The peer sends close_notify. The program reads the end and forgets the socket. TLS 1.2 answers by
 * itself at once (RFC 5246, 7.2.1). TLS 1.3 has no such duty, and up to JDK 18 only the finalizer
 * answers. With both versions the descriptor stays open until the socket is collected.
 */
public final class SocketPeerClosedDropped {
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
