package io.github.tlsleak.apps.volume;

import io.github.tlsleak.apps.support.EnginePair;
import io.github.tlsleak.apps.support.Stage;
import java.io.IOException;
import java.lang.ref.WeakReference;
import javax.net.ssl.SSLEngine;

// peer: none
// tls: 1.2
// expect: LOST leak SSLEngine client x200
// sites: 200
// count: CLOSED 200

/** 200 leaks, each with a stack of its own. The bits of a number choose the calls on the stack. */
public final class TwoHundredSites {
    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        for (int i = 1; i < 200; i++) {
            descend(stage, i, 8);
        }
        Stage.awaitCollected(descend(stage, 0, 8));
        Stage.done();
    }

    private static WeakReference<SSLEngine> descend(Stage stage, int bits, int depth)
            throws IOException {
        if (depth == 0) {
            return leak(stage);
        }
        if ((bits & 1) == 0) {
            return descend(stage, bits >> 1, depth - 1);
        }
        return descend(stage, bits >> 1, depth - 1);
    }

    private static WeakReference<SSLEngine> leak(Stage stage) throws IOException {
        SSLEngine client = stage.context().createSSLEngine("localhost", 4433);
        SSLEngine server = stage.context().createSSLEngine();
        client.setEnabledProtocols(stage.protocols());
        new EnginePair(client, server).handshake();
        EnginePair.close(server);
        return new WeakReference<>(client);
    }
}
