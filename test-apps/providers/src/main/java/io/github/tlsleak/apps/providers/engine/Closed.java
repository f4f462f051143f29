package io.github.tlsleak.apps.providers.engine;

import io.github.tlsleak.apps.providers.ProviderStage;
import io.github.tlsleak.apps.support.EngineLink;
import io.github.tlsleak.apps.support.Situation;
import javax.net.ssl.SSLEngine;

// peer: server await
// saw: close_notify
// expect: none
// count: CLOSED 1

/** closeOutbound(), wrap, the peer's answer, closeInbound(). */
public final class Closed implements Situation<ProviderStage> {

    @Override
    public void play(ProviderStage stage) throws Exception {
        SSLEngine engine = stage.provider().engine(true, stage.host(), stage.port());
        EngineLink link = stage.connect(engine).ping();
        End.inOrder(link);
        stage.done(engine);
    }
}
