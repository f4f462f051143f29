package io.github.tlsleak.apps.providers.server.engine;

import io.github.tlsleak.apps.providers.ProviderStage;
import io.github.tlsleak.apps.providers.engine.End;
import io.github.tlsleak.apps.support.EngineLink;
import io.github.tlsleak.apps.support.Situation;
import javax.net.ssl.SSLEngine;

// peer: client fin
// saw: eof
// expect: none
// expect[provider=conscrypt]: NATIVE defect SSLEngine server
// count: CUT 1
// count[provider=conscrypt]: CUT 0

/** The client ends TCP without close_notify. The engine is closed without a wrap, as Netty does. */
public final class PeerEof implements Situation<ProviderStage> {

    @Override
    public void play(ProviderStage stage) throws Exception {
        SSLEngine engine = stage.provider().serverEngine();
        EngineLink link = stage.accept(engine).pong();
        End.afterEof(link);
        stage.done(engine);
    }
}
