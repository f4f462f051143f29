package io.github.tlsleak.apps.providers.server.engine;

import io.github.tlsleak.apps.providers.ProviderStage;
import io.github.tlsleak.apps.support.EngineLink;
import io.github.tlsleak.apps.support.Situation;
import javax.net.ssl.SSLEngine;

// peer: client await
// saw: close_notify
// expect: none
// expect[provider=conscrypt]: NATIVE defect SSLEngine server
// count: CLOSED 1
// count[provider=conscrypt]: CLOSED 0

/** closeOutbound() and wrap. Nobody waits for the answer. */
public final class OutboundClosed implements Situation<ProviderStage> {

    @Override
    public void play(ProviderStage stage) throws Exception {
        SSLEngine engine = stage.provider().serverEngine();
        EngineLink link = stage.accept(engine).pong();
        engine.closeOutbound();
        link.flush();
        link.channel().close();
        stage.done(engine);
    }
}
