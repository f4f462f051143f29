package io.github.tlsleak.apps.many;

import io.github.tlsleak.apps.support.EnginePair;
import io.github.tlsleak.apps.support.Stage;
import java.util.ArrayDeque;
import javax.net.ssl.SSLEngine;

// peer: none
// tls: 1.3
// options: session.live=1
// options: stuck=4s
// expect: none

/** Ten sessions a second; each of them is closed in order when 110 newer ones are there. */
public final class ReplacedSessions {
    private static final ArrayDeque<SSLEngine> OPEN = new ArrayDeque<>();

    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        Pace pace = new Pace(10);
        while (pace.lasts(30)) {
            SSLEngine client = stage.context().createSSLEngine();
            SSLEngine server = stage.context().createSSLEngine();
            new EnginePair(client, server).handshake();
            EnginePair.close(server);
            OPEN.add(client);
            if (OPEN.size() > 110) {
                EnginePair.close(OPEN.remove());
            }
            pace.next();
        }
        Stage.done();
    }
}
