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
// expect: none

/** A pool that fills to 120 sessions at once, and keeps them. */
public final class FilledPool {
    private static final List<SSLEngine> POOL = new ArrayList<>();

    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        while (POOL.size() < 120) {
            SSLEngine client = stage.context().createSSLEngine();
            SSLEngine server = stage.context().createSSLEngine();
            new EnginePair(client, server).handshake();
            EnginePair.close(server);
            POOL.add(client);
        }
        Pace pace = new Pace(2);
        while (pace.lasts(24)) {
            pace.next();
        }
        Stage.done();
    }
}
