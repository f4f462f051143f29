package io.github.tlsleak.apps.volume;

import io.github.tlsleak.apps.support.App;
import io.github.tlsleak.apps.support.EnginePair;
import java.io.IOException;
import java.lang.ref.WeakReference;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;

/**
 * As many client engines as the fourth argument says, dropped at one place and collected. Their
 * servers, in memory, are closed. For tests of options and of the log; no peer.
 */
public final class SomeLeaks {
    private SomeLeaks() {}

    public static void main(String[] args) throws Exception {
        App app = App.of(args);
        SSLContext context = app.context();
        WeakReference<SSLEngine> last = null;
        for (int i = Integer.parseInt(args[3]); i > 0; i--) {
            last = leak(app, context);
        }
        App.awaitCollected(last);
        App.done();
    }

    private static WeakReference<SSLEngine> leak(App app, SSLContext context) throws IOException {
        SSLEngine client = context.createSSLEngine("localhost", 4433);
        SSLEngine server = context.createSSLEngine();
        client.setEnabledProtocols(app.protocols());
        new EnginePair(client, server).handshake();
        EnginePair.close(server);
        return new WeakReference<>(client);
    }
}
