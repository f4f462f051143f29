package io.github.tlsleak.apps.providers.server.engine;

import io.github.tlsleak.apps.providers.ProviderStage;
import io.github.tlsleak.apps.support.EngineLink;
import io.github.tlsleak.apps.support.Situation;
import javax.net.ssl.SSLEngine;

// peer: client close_notify
// saw: close_notify
// saw[provider=wildfly]: eof
// expect: none
// count: CLOSED 1
// count[provider=wildfly]: CUT 1

/** The client's close_notify is unwrapped and answered. */
public final class PeerClosedClosed implements Situation<ProviderStage> {

    @Override
    public void play(ProviderStage stage) throws Exception {
        SSLEngine engine = stage.provider().serverEngine();
        EngineLink link = stage.accept(engine).pong();
        link.receive();
        engine.closeOutbound();
        link.flush();
        link.channel().close();
        stage.done(engine);
    }
}
