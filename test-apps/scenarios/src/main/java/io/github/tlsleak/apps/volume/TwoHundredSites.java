package io.github.tlsleak.apps.volume;

import io.github.tlsleak.apps.support.App;
import io.github.tlsleak.apps.support.EnginePair;
import java.io.IOException;
import java.lang.ref.WeakReference;
import javax.net.ssl.SSLEngine;

// peer: none
// tls: 1.2
// expect: LOST leak SSLEngine client x200
// sites: 200
// count: CLOSED 200

/**
 * 200 leaks, each with an allocation stack of its own: the bits of a number choose the calls that
 * lead to it.
 */
public final class TwoHundredSites {
    public static void main(String[] args) throws Exception {
        App app = App.of(args);
        for (int i = 1; i < 200; i++) {
            descend(app, i, 8);
        }
        App.awaitCollected(descend(app, 0, 8));
        App.done();
    }

    private static WeakReference<SSLEngine> descend(App app, int bits, int depth)
            throws IOException {
        if (depth == 0) {
            return leak(app);
        }
        if ((bits & 1) == 0) {
            return descend(app, bits >> 1, depth - 1);
        }
        return descend(app, bits >> 1, depth - 1);
    }

    private static WeakReference<SSLEngine> leak(App app) throws IOException {
        SSLEngine client = app.context().createSSLEngine("localhost", 4433);
        SSLEngine server = app.context().createSSLEngine();
        client.setEnabledProtocols(app.protocols());
        new EnginePair(client, server).handshake();
        EnginePair.close(server);
        return new WeakReference<>(client);
    }
}
