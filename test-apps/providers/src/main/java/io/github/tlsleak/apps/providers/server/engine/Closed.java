package io.github.tlsleak.apps.providers.server.engine;

import io.github.tlsleak.apps.providers.ProviderStage;
import io.github.tlsleak.apps.providers.engine.End;
import io.github.tlsleak.apps.support.EngineLink;
import io.github.tlsleak.apps.support.Situation;
import javax.net.ssl.SSLEngine;

// peer: client await
// saw: close_notify
// expect: none
// count: CLOSED 1

/** closeOutbound(), wrap, the client's answer, closeInbound(). */
public final class Closed implements Situation<ProviderStage> {

    @Override
    public void play(ProviderStage stage) throws Exception {
        SSLEngine engine = stage.provider().serverEngine();
        EngineLink link = stage.accept(engine).pong();
        End.inOrder(link);
        stage.done(engine);
    }
}
