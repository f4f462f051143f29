package io.github.tlsleak.apps.engine;

import io.github.tlsleak.apps.support.EngineLink;
import io.github.tlsleak.apps.support.Stage;
import java.lang.ref.WeakReference;
import javax.net.ssl.SSLEngine;

// peer: server close_notify
// saw: eof
// expect[tls=1.2]: UNANSWERED defect SSLEngine client
// expect[tls=1.3]: UNANSWERED notice SSLEngine client

/**
 * The peer sends close_notify, and the program never closes its side. In TLS 1.2 the answer is a
 * duty (RFC 5246, 7.2.1) and waits in the engine for a wrap. In TLS 1.3 each side closes for itself
 * (RFC 8446, 6.1).
 */
public final class EnginePeerClosedDropped {
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
        link.channel().close();
        return new WeakReference<>(engine);
    }
}
