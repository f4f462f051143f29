package io.github.tlsleak.apps.providers.server.engine;

import io.github.tlsleak.apps.providers.Situation;
import io.github.tlsleak.apps.providers.Stage;
import io.github.tlsleak.apps.support.EngineLink;
import javax.net.ssl.SSLEngine;

// peer: client await
// saw: eof
// expect: UNSENT defect SSLEngine server
// expect[provider=netty-refcnt]: NATIVE leak SSLEngine server
// skip[provider=netty-refcnt-older|netty-openssl-older]: its context holds it for ever

/** closeOutbound() without a wrap after it. */
public final class Unsent implements Situation {

    @Override
    public void play(Stage stage) throws Exception {
        SSLEngine engine = stage.provider().serverEngine();
        EngineLink link = stage.accept(engine).pong();
        engine.closeOutbound();
        link.channel().close();
        stage.drop(engine);
    }
}
