package io.github.tlsleak.apps.many;

import io.github.tlsleak.apps.support.EnginePair;
import io.github.tlsleak.apps.support.Stage;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;

// peer: none
// tls: 1.3
// options: session.live=1
// options: stuck=4s
// expect: none

/** 120 clients lose their sessions, twice, and come back: many at once, then ever fewer. */
public final class ReconnectStorm {
    private static final int CLIENTS = 120;
    private static final List<SSLEngine> CONNECTED = new ArrayList<>();

    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        Pace pace = new Pace(10);
        for (int i = 0; pace.lasts(24); i++) {
            if (i == 70 || i == 140) {
                loseAll();
            }
            int missing = CLIENTS - CONNECTED.size();
            for (int k = 0; k < (missing + 7) / 8; k++) {
                CONNECTED.add(connect(stage));
            }
            pace.next();
        }
        Stage.done();
    }

    private static void loseAll() throws SSLException {
        for (SSLEngine client : CONNECTED) {
            EnginePair.close(client);
        }
        CONNECTED.clear();
    }

    private static SSLEngine connect(Stage stage) throws Exception {
        SSLEngine client = stage.context().createSSLEngine();
        SSLEngine server = stage.context().createSSLEngine();
        new EnginePair(client, server).handshake();
        EnginePair.close(server);
        return client;
    }
}
