package io.github.tlsleak.apps.many;

import io.github.tlsleak.apps.support.EnginePair;
import io.github.tlsleak.apps.support.Stage;
import javax.net.ssl.SSLEngine;

// peer: none
// options: session.live=50
// options: stuck=8s
// expect: none

/** A session for each request, closed in order; all but the first resume the one before. */
public final class ResumedSessions {
    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        for (int i = 0; i < 80; i++) {
            SSLEngine client = stage.context().createSSLEngine("db.example", 5432);
            SSLEngine server = stage.context().createSSLEngine();
            client.setEnabledProtocols(stage.protocols());
            new EnginePair(client, server).handshake();
            EnginePair.close(client);
            EnginePair.close(server);
        }
        // until the closed sessions have been looked at
        Stage.sleep(5_000);
        Stage.done();
    }
}
