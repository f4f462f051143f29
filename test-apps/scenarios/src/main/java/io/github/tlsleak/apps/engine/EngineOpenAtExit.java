package io.github.tlsleak.apps.engine;

import io.github.tlsleak.apps.support.App;
import io.github.tlsleak.apps.support.EngineLink;
import javax.net.ssl.SSLEngine;

// peer: server await
// saw: nothing
// expect: none
// count: OPEN 1

/** Still open and in use when the program ends: listed as open, never called a leak. */
public final class EngineOpenAtExit {
    private static EngineLink link;

    public static void main(String[] args) throws Exception {
        App app = App.of(args);
        SSLEngine engine = app.context().createSSLEngine(app.host(), app.port());
        link = app.connect(engine).ping();
        App.awaitCollected();
        App.done();
    }
}
