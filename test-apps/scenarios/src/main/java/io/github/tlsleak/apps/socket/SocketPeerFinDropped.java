package io.github.tlsleak.apps.socket;

import io.github.tlsleak.apps.support.App;
import java.lang.ref.WeakReference;
import javax.net.ssl.SSLSocket;

// peer: server fin
// saw: eof
// saw[tls=1.2]: close_notify
// saw[jdk>=9,jdk<=18,tls=1.3]: close_notify
// saw[jdk<=8]: any
// expect: UNANSWERED leak SSLSocket client

/**
 * The peer ends TCP without close_notify, the program reads -1 and forgets the socket. JSSE takes
 * the bare end for a close_notify (com.sun.net.ssl.requireCloseNotify is false) and answers it in
 * TLS 1.2. The missing close_notify is not this side's fault, the descriptor is.
 */
public final class SocketPeerFinDropped {
    public static void main(String[] args) throws Exception {
        App app = App.of(args);
        App.awaitCollected(session(app));
        App.done();
    }

    private static WeakReference<SSLSocket> session(App app) throws Exception {
        SSLSocket socket = app.ping(app.factory().createSocket(app.host(), app.port()));
        socket.getInputStream().read();
        return new WeakReference<>(socket);
    }
}
