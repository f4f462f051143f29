package io.github.tlsleak.apps.providers.engine;

import io.github.tlsleak.apps.providers.Situation;
import io.github.tlsleak.apps.providers.Stage;
import io.github.tlsleak.apps.support.EngineLink;
import javax.net.ssl.SSLEngine;

// peer: server await
// saw: eof
// expect: UNSENT defect SSLEngine client
// expect[provider=netty-refcnt]: NATIVE leak SSLEngine client
// skip[provider=netty-refcnt-older|netty-openssl-older]: its context holds it for ever

/** closeOutbound() without a wrap after it. */
public final class Unsent implements Situation {

    @Override
    public void play(Stage stage) throws Exception {
        SSLEngine engine = stage.provider().engine(true, stage.host(), stage.port());
        EngineLink link = stage.link(engine).ping();
        engine.closeOutbound();
        link.channel().close();
        stage.drop(engine);
    }
}
