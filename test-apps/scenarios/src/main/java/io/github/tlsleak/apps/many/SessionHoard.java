package io.github.tlsleak.apps.many;

import io.github.tlsleak.apps.support.EnginePair;
import io.github.tlsleak.apps.support.Stage;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLEngine;

// peer: none
// tls: 1.3
// options: session.live=1
// options: stuck=4s
// expect: SESSION_HOARD defect SSLEngine

/** Ten sessions a second that a list holds for ever; their peers close in order. */
public final class SessionHoard {
    private static final List<SSLEngine> KEPT = new ArrayList<>();

    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        Pace pace = new Pace(10);
        while (pace.lasts(36) || KEPT.size() < 200) {
            SSLEngine client = stage.context().createSSLEngine();
            SSLEngine server = stage.context().createSSLEngine();
            new EnginePair(client, server).handshake();
            EnginePair.close(server);
            KEPT.add(client);
            pace.next();
        }
        Stage.done();
    }
}
