package io.github.tlsleak.apps.providers.engine;

import io.github.tlsleak.apps.providers.ProviderStage;
import io.github.tlsleak.apps.support.EngineLink;
import io.github.tlsleak.apps.support.Situation;
import javax.net.ssl.SSLEngine;

// peer: server await
// saw: fatal
// saw[provider=wildfly]: eof
// expect: none
// count: FAILED 1

/** The peer's certificate is not trusted. The alert is sent. */
public final class Untrusted implements Situation<ProviderStage> {

    @Override
    public void play(ProviderStage stage) throws Exception {
        SSLEngine engine = stage.provider().engine(false, stage.host(), stage.port());
        EngineLink link = stage.connect(engine);
        End.failing(link);
        stage.done(engine);
    }
}
