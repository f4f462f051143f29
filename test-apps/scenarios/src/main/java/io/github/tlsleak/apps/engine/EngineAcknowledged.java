package io.github.tlsleak.apps.engine;

import io.github.tlsleak.apps.support.EngineLink;
import io.github.tlsleak.apps.support.Stage;
import java.lang.ref.WeakReference;
import javax.net.ssl.SSLEngine;

// peer: server close_notify
// jvm: -Djdk.tls.acknowledgeCloseNotify=true
// saw: close_notify
// expect: none

/**
 * JSSE is configured to answer a close_notify in TLS 1.3 too. The program wraps what is pending, so
 * the answer goes out although the program never calls closeOutbound().
 */
public final class EngineAcknowledged {
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
        link.flush();
        link.channel().close();
        return new WeakReference<>(engine);
    }
}
