package io.github.tlsleak.apps.volume;

import io.github.tlsleak.apps.support.EnginePair;
import io.github.tlsleak.apps.support.Stage;
import java.io.IOException;
import java.lang.ref.WeakReference;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;

/**
 * Drops that many client engines at one site as the fourth argument says, and collects them. Their
 * servers, in memory, are closed. For tests of options and of the log; no peer.
 */
public final class SomeLeaks {
    private SomeLeaks() {}

    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        SSLContext context = stage.context();
        WeakReference<SSLEngine> last = null;
        for (int i = Integer.parseInt(args[3]); i > 0; i--) {
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
