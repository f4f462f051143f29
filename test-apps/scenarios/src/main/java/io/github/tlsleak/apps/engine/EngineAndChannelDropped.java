package io.github.tlsleak.apps.engine;

import io.github.tlsleak.apps.support.EngineLink;
import io.github.tlsleak.apps.support.Stage;
import java.lang.ref.WeakReference;
import javax.net.ssl.SSLEngine;

// peer: server await
// saw: nothing
// expect: LOST leak SSLEngine client

/**
 * Engine and channel are both forgotten. A SocketChannel has no cleaner: its descriptor stays open
 * until the process ends, and the peer waits for ever.
 */
public final class EngineAndChannelDropped {
    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        Stage.awaitCollected(session(stage));
        Stage.done();
    }

    private static WeakReference<SSLEngine> session(Stage stage) throws Exception {
        SSLEngine engine = stage.context().createSSLEngine(stage.host(), stage.port());
        EngineLink link = stage.connect(engine).ping();
        return new WeakReference<>(engine);
    }
}
