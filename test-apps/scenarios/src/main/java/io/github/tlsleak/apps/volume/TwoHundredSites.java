package io.github.tlsleak.apps.volume;

import io.github.tlsleak.apps.support.EnginePair;
import io.github.tlsleak.apps.support.Stacks;
import io.github.tlsleak.apps.support.Stage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.WeakReference;
import javax.net.ssl.SSLEngine;

// peer: none
// tls: 1.2
// expect: LOST leak SSLEngine client x200
// sites: 200
// count: CLOSED 200

/** 200 leaks, each at a site of its own. */
public final class TwoHundredSites {

    /** Enough for each stack to differ. */
    private static final int DEPTH = 19;

    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        for (int way = 1; way < 200; way++) {
            Stacks.deeper(DEPTH, way, () -> leak(stage));
        }
        Stage.awaitCollected(Stacks.deeper(DEPTH, 0, () -> leak(stage)));
        Stage.done();
    }

    private static WeakReference<SSLEngine> leak(Stage stage) {
        SSLEngine client = stage.context().createSSLEngine("localhost", 4433);
        SSLEngine server = stage.context().createSSLEngine();
        client.setEnabledProtocols(stage.protocols());
        try {
            new EnginePair(client, server).handshake();
            EnginePair.close(server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new WeakReference<>(client);
    }
}
