package io.github.tlsleak.apps.providers.engine;

import io.github.tlsleak.apps.providers.ProviderStage;
import io.github.tlsleak.apps.support.EngineLink;
import io.github.tlsleak.apps.support.Situation;
import javax.net.ssl.SSLEngine;

// peer: server fin
// saw: eof
// expect: none
// expect[provider=conscrypt]: NATIVE defect SSLEngine client
// count: CUT 1
// count[provider=conscrypt]: CUT 0

/** The peer ends TCP without close_notify. The engine is closed without a wrap, as Netty does. */
public final class PeerEof implements Situation<ProviderStage> {

    @Override
    public void play(ProviderStage stage) throws Exception {
        SSLEngine engine = stage.provider().engine(true, stage.host(), stage.port());
        EngineLink link = stage.connect(engine).ping();
        End.afterEof(link);
        stage.done(engine);
    }
}
