package io.github.tlsleak.apps.socket;

import io.github.tlsleak.apps.support.App;
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
 * The certificate is not trusted (it is not among the default ones): a fatal alert is sent and JSSE
 * closes the socket by itself.
 */
public final class SocketUntrusted {
    public static void main(String[] args) throws Exception {
        App app = App.of(args);
        App.awaitCollected(session(app));
        App.done();
    }

    private static WeakReference<SSLSocket> session(App app) throws Exception {
        SSLSocket socket = app.restrict(untrusting().createSocket(app.host(), app.port()));
        try {
            socket.startHandshake();
            throw new IllegalStateException("the handshake must fail");
        } catch (SSLException e) {
            // As intended.
        }
        return new WeakReference<>(socket);
    }

    private static SSLSocketFactory untrusting() throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, null, null);
        return context.getSocketFactory();
    }
}
