package io.github.tlsleak.apps.providers.engine;

import io.github.tlsleak.apps.providers.ProviderStage;
import io.github.tlsleak.apps.support.EngineLink;
import io.github.tlsleak.apps.support.Situation;
import javax.net.ssl.SSLEngine;

// peer: server close_notify
// saw: close_notify
// saw[provider=wildfly]: eof
// expect: none
// count: CLOSED 1
// count[provider=wildfly]: CUT 1

/** The peer's close_notify is unwrapped and answered. */
public final class PeerClosedClosed implements Situation<ProviderStage> {

    @Override
    public void play(ProviderStage stage) throws Exception {
        SSLEngine engine = stage.provider().engine(true, stage.host(), stage.port());
        EngineLink link = stage.connect(engine).ping();
        link.receive();
        engine.closeOutbound();
        link.flush();
        link.channel().close();
        stage.done(engine);
    }
}
