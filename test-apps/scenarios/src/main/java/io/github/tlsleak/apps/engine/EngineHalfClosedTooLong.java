package io.github.tlsleak.apps.engine;

import io.github.tlsleak.apps.support.App;
import io.github.tlsleak.apps.support.EngineLink;
import javax.net.ssl.SSLEngine;

// peer: server silent
// options: threshold=1s
// saw: close_notify
// expect: HALF_CLOSED defect SSLEngine client

/**
 * The close_notify is sent, the peer never answers, and the program keeps engine and channel for
 * longer than the threshold without closing the other direction.
 */
public final class EngineHalfClosedTooLong {
    private static EngineLink link;

    public static void main(String[] args) throws Exception {
        App app = App.of(args);
        SSLEngine engine = app.context().createSSLEngine(app.host(), app.port());
        link = app.connect(engine).ping();
        engine.closeOutbound();
        link.flush();
        App.sleep(3_000);
        App.done();
    }
}
