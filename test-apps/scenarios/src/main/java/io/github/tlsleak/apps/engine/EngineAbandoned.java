package io.github.tlsleak.apps.engine;

import io.github.tlsleak.apps.support.EngineLink;
import io.github.tlsleak.apps.support.Stage;
import java.lang.ref.WeakReference;
import javax.net.ssl.SSLEngine;

// peer: server stall
// saw: nothing
// expect: ABANDONED leak SSLEngine client

/**
 * The ClientHello is sent, no answer comes, engine and channel are dropped. A SocketChannel has no
 * cleaner, so its descriptor stays open until the JVM ends, and the peer waits.
 */
public final class EngineAbandoned {
    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        Stage.awaitCollected(session(stage));
        Stage.done();
    }

    private static WeakReference<SSLEngine> session(Stage stage) throws Exception {
        SSLEngine engine = stage.context().createSSLEngine(stage.host(), stage.port());
        EngineLink link = stage.connect(engine);
        engine.beginHandshake();
        link.flush();
        return new WeakReference<>(engine);
    }
}
