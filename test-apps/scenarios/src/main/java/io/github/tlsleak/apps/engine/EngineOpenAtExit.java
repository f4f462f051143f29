package io.github.tlsleak.apps.engine;

import io.github.tlsleak.apps.support.EngineLink;
import io.github.tlsleak.apps.support.Stage;
import javax.net.ssl.SSLEngine;

// peer: server await
// saw: nothing
// expect: none
// count: OPEN 1

/**
 * Still open and in use when the program ends: the engine is listed as open and not reported as a
 * leak.
 */
public final class EngineOpenAtExit {
    private static EngineLink link;

    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        SSLEngine engine = stage.context().createSSLEngine(stage.host(), stage.port());
        link = stage.connect(engine).ping();
        Stage.awaitCollected();
        Stage.done();
    }
}
