package io.github.tlsleak.apps.many;

import io.github.tlsleak.apps.support.EnginePair;
import io.github.tlsleak.apps.support.Stage;
import javax.net.ssl.SSLEngine;

// peer: none
// tls: 1.3
// options: session.live=50
// options: stuck=8s
// expect: none

/** A crawler: a session with a full handshake for each of many peers, closed in order. */
public final class ManyPeers {
    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        for (int i = 0; i < 80; i++) {
            SSLEngine client = stage.context().createSSLEngine("host" + i + ".example", 443);
            SSLEngine server = stage.context().createSSLEngine();
            new EnginePair(client, server).handshake();
            EnginePair.close(client);
            EnginePair.close(server);
        }
        // until the closed sessions have been looked at
        Stage.sleep(5_000);
        Stage.done();
    }
}
