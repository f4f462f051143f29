package io.github.tlsleak.apps.providers.engine;

import io.github.tlsleak.apps.providers.Situation;
import io.github.tlsleak.apps.providers.Stage;
import io.github.tlsleak.apps.support.EngineLink;
import javax.net.ssl.SSLEngine;

// peer: server fin
// saw: eof
// expect: none
// expect[provider=conscrypt]: NATIVE defect SSLEngine client
// count: CUT 1
// count[provider=conscrypt]: CUT 0

/** The peer ends TCP without close_notify: closed without a wrap, as Netty does. */
public final class PeerEof implements Situation {

    @Override
    public void play(Stage stage) throws Exception {
        SSLEngine engine = stage.provider().engine(true, stage.host(), stage.port());
        EngineLink link = stage.link(engine).ping();
        End.afterEof(link);
        stage.done(engine);
    }
}
