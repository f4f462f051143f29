package io.github.tlsleak.apps.providers.server.engine;

import io.github.tlsleak.apps.providers.ProviderStage;
import io.github.tlsleak.apps.providers.engine.End;
import io.github.tlsleak.apps.support.EngineLink;
import io.github.tlsleak.apps.support.Situation;
import javax.net.ssl.SSLEngine;

// peer: client reset
// saw: nothing
// expect: none
// expect[provider=conscrypt]: NATIVE defect SSLEngine server
// count: CUT 1
// count[provider=conscrypt]: CUT 0

/** The client resets the connection. The engine is closed without a wrap. */
public final class PeerReset implements Situation<ProviderStage> {

    @Override
    public void play(ProviderStage stage) throws Exception {
        SSLEngine engine = stage.provider().serverEngine();
        EngineLink link = stage.accept(engine).pong();
        End.afterReset(link);
        stage.done(engine);
    }
}
