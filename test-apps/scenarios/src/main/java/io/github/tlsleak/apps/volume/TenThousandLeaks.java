package io.github.tlsleak.apps.volume;

import io.github.tlsleak.apps.support.EnginePair;
import io.github.tlsleak.apps.support.Stage;
import java.io.IOException;
import java.lang.ref.WeakReference;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;

// peer: none
// tls: 1.2
// expect: LOST leak SSLEngine client x10000
// sites: 1
// count: CLOSED 10000

/**
 * 10 000 client engines are dropped at one site. Their servers, in memory, are closed. Sessions are
 * resumed, so that it takes only seconds.
 */
public final class TenThousandLeaks {
    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        SSLContext context = stage.context();
        WeakReference<SSLEngine> last = null;
        for (int i = 0; i < 10_000; i++) {
            last = leak(stage, context);
        }
        Stage.awaitCollected(last);
        Stage.done();
    }

    private static WeakReference<SSLEngine> leak(Stage stage, SSLContext context)
            throws IOException {
        SSLEngine client = context.createSSLEngine("localhost", 4433);
        SSLEngine server = context.createSSLEngine();
        client.setEnabledProtocols(stage.protocols());
        new EnginePair(client, server).handshake();
        EnginePair.close(server);
        return new WeakReference<>(client);
    }
}
