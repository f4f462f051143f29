package io.github.tlsleak.apps.providers.engine;

import io.github.tlsleak.apps.providers.Situation;
import io.github.tlsleak.apps.providers.Stage;
import io.github.tlsleak.apps.support.EngineLink;
import javax.net.ssl.SSLEngine;

// peer: server fail
// saw: eof
// expect: none
// count: FAILED 1

/** The peer refuses the handshake. */
public final class Refused implements Situation {

    @Override
    public void play(Stage stage) throws Exception {
        SSLEngine engine = stage.provider().engine(true, stage.host(), stage.port());
        EngineLink link = stage.link(engine);
        End.failing(link);
        stage.done(engine);
    }
}
