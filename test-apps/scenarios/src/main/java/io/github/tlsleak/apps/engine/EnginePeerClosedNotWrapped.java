package io.github.tlsleak.apps.engine;

import io.github.tlsleak.apps.support.EngineLink;
import io.github.tlsleak.apps.support.Stage;
import java.lang.ref.WeakReference;
import javax.net.ssl.SSLEngine;

// peer: server close_notify
// saw: eof
// expect: none
// count: CUT 1

/**
 * The peer has sent its close_notify first. The program calls closeOutbound() and does not wrap.
 * Nobody waits for its close_notify any more: counted only.
 */
public final class EnginePeerClosedNotWrapped {
    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        Stage.awaitCollected(session(stage));
        Stage.done();
    }

    private static WeakReference<SSLEngine> session(Stage stage) throws Exception {
        SSLEngine engine = stage.context().createSSLEngine(stage.host(), stage.port());
        EngineLink link = stage.connect(engine).ping();
        if (link.receive() != null) {
            throw new IllegalStateException("only the close_notify is expected");
        }
        engine.closeOutbound();
        link.channel().close();
        return new WeakReference<>(engine);
    }
}
