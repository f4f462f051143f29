package io.github.tlsleak.apps.hard;

import io.github.tlsleak.apps.support.EnginePair;
import io.github.tlsleak.apps.support.Stage;
import java.io.IOException;
import java.lang.ref.WeakReference;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;

/** Pairs of engines in memory, closed in order or not. */
final class Engines {

    private Engines() {}

    /** Drops that many clients and closes their servers in order. Returns the last client. */
    static WeakReference<SSLEngine> dropped(SSLContext context, int number) throws IOException {
        WeakReference<SSLEngine> last = null;
        for (int i = 0; i < number; i++) {
            SSLEngine client = pair(context);
            last = new WeakReference<>(client);
        }
        return last;
    }

    /** Closes that many clients and servers in order. */
    static void closed(SSLContext context, int number) throws IOException {
        for (int i = 0; i < number; i++) {
            EnginePair.close(pair(context));
        }
    }

    /** A client after its handshake. Its server is closed. */
    static SSLEngine pair(SSLContext context) throws IOException {
        SSLEngine client = context.createSSLEngine("localhost", 4433);
        SSLEngine server = context.createSSLEngine();
        new EnginePair(client, server).handshake();
        EnginePair.close(server);
        return client;
    }

    static SSLContext context() {
        return Stage.of(new String[] {"127.0.0.1", "0", "1.2"}).context();
    }
}
