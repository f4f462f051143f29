package io.github.tlsleak.apps.providers.engine;

import io.github.tlsleak.apps.providers.ProviderStage;
import io.github.tlsleak.apps.support.EngineLink;
import io.github.tlsleak.apps.support.Situation;
import javax.net.ssl.SSLEngine;

// peer: server fail
// saw: eof
// expect: none
// count: FAILED 1

/** The peer refuses the handshake. */
public final class Refused implements Situation<ProviderStage> {

    @Override
    public void play(ProviderStage stage) throws Exception {
        SSLEngine engine = stage.provider().engine(true, stage.host(), stage.port());
        EngineLink link = stage.connect(engine);
        End.failing(link);
        stage.done(engine);
    }
}
