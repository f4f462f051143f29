package io.github.tlsleak.apps.wrap;

import io.github.tlsleak.apps.support.Stage;
import java.io.IOException;
import java.lang.ref.WeakReference;
import javax.net.ssl.SSLEngine;

// peer: none
// tls: 1.2
// expect: none
// count: CLOSED 1

/**
 * An engine of an unknown provider has a method {@code close()}, which JSSE does not know. That
 * method closes outbound and produces the close_notify.
 */
public final class EngineWithItsOwnClose {
    private EngineWithItsOwnClose() {}

    public static void main(String[] args) throws IOException {
        Stage.awaitCollected(session());
        Stage.done();
    }

    private static WeakReference<SSLEngine> session() {
        OwnEngine engine = new OwnEngine();
        engine.handshake();
        engine.close();
        return new WeakReference<>(engine);
    }
}
