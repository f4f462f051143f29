package io.github.tlsleak.apps.engine;

import io.github.tlsleak.apps.support.EngineLink;
import io.github.tlsleak.apps.support.Stage;
import java.lang.ref.WeakReference;
import javax.net.ssl.SSLEngine;

// peer: server await
// saw: eof
// expect: UNDERCUT defect SSLEngine client

/**
 * The program closes the channel and forgets the engine: the commonest mistake with engines. The
 * descriptor is free, but the peer gets no close_notify.
 */
public final class EngineChannelClosed {
    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        Stage.awaitCollected(session(stage));
        Stage.done();
    }

    private static WeakReference<SSLEngine> session(Stage stage) throws Exception {
        SSLEngine engine = stage.context().createSSLEngine(stage.host(), stage.port());
        EngineLink link = stage.connect(engine).ping();
        link.channel().close();
        return new WeakReference<>(engine);
    }
}
