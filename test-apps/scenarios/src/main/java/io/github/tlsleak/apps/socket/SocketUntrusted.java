package io.github.tlsleak.apps.socket;

import io.github.tlsleak.apps.support.Stage;
import java.lang.ref.WeakReference;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

// peer: server await
// saw: fatal
// expect: none
// count: FAILED 1

/**
 * The certificate is not trusted, because it is not among the default ones. A fatal alert is sent,
 * and JSSE closes the socket by itself.
 */
public final class SocketUntrusted {
    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        Stage.awaitCollected(session(stage));
        Stage.done();
    }

    private static WeakReference<SSLSocket> session(Stage stage) throws Exception {
        SSLSocket socket = stage.restrict(untrusting().createSocket(stage.host(), stage.port()));
        try {
            socket.startHandshake();
            throw new IllegalStateException("the handshake must fail");
        } catch (SSLException e) {
            // the failure is intended
        }
        return new WeakReference<>(socket);
    }

    private static SSLSocketFactory untrusting() throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, null, null);
        return context.getSocketFactory();
    }
}
