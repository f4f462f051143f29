package io.github.tlsleak.apps.providers.engine;

import io.github.tlsleak.apps.providers.Situation;
import io.github.tlsleak.apps.providers.Stage;
import io.github.tlsleak.apps.support.EngineLink;
import javax.net.ssl.SSLEngine;

// peer: server await
// saw: fatal
// saw[provider=wildfly]: eof
// expect: none
// count: FAILED 1

/** The peer's certificate is not trusted; the alert is sent. */
public final class Untrusted implements Situation {

    @Override
    public void play(Stage stage) throws Exception {
        SSLEngine engine = stage.provider().engine(false, stage.host(), stage.port());
        EngineLink link = stage.link(engine);
        End.failing(link);
        stage.done(engine);
    }
}
