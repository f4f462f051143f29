package io.github.tlsleak.apps.engine;

import io.github.tlsleak.apps.support.EnginePair;
import io.github.tlsleak.apps.support.Stage;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;

// peer: none
// tls: 1.2
// jdk: 11+
// expect: none
// count: CLOSED 2

/** DTLS in memory. Both sides are in this program, and both are closed. */
public final class DtlsClosed {
    public static void main(String[] args) throws Exception {
        Stage.awaitCollected(pair());
        Stage.done();
    }

    private static WeakReference<?>[] pair() throws GeneralSecurityException, IOException {
        SSLContext context = Stage.init(SSLContext.getInstance("DTLS"));
        SSLEngine client = context.createSSLEngine("localhost", 4433);
        SSLEngine server = context.createSSLEngine();
        new EnginePair(client, server).handshake();
        EnginePair.close(client);
        EnginePair.close(server);
        return new WeakReference<?>[] {new WeakReference<>(client), new WeakReference<>(server)};
    }
}
