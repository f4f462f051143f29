package io.github.tlsleak.apps.engine;

import io.github.tlsleak.apps.support.EngineLink;
import io.github.tlsleak.apps.support.Stage;
import javax.net.ssl.SSLEngine;

// peer: server silent
// options: threshold=1s
// saw: close_notify
// expect: HALF_CLOSED defect SSLEngine client

/**
 * The close_notify is sent and the peer never answers. The program keeps engine and channel for
 * longer than the threshold and does not close the other direction.
 */
public final class EngineHalfClosedTooLong {
    private static EngineLink link;

    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        SSLEngine engine = stage.context().createSSLEngine(stage.host(), stage.port());
        link = stage.connect(engine).ping();
        engine.closeOutbound();
        link.flush();
        Stage.sleep(3_000);
        Stage.done();
    }
}
