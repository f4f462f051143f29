package io.github.tlsleak.apps.providers.server.engine;

import io.github.tlsleak.apps.providers.Situation;
import io.github.tlsleak.apps.providers.Stage;
import io.github.tlsleak.apps.support.EngineLink;
import javax.net.ssl.SSLEngine;

// peer: client close_notify
// saw: close_notify
// saw[provider=wildfly]: eof
// expect: none
// count: CLOSED 1
// count[provider=wildfly]: CUT 1

/** The client's close_notify is unwrapped and answered. */
public final class PeerClosedClosed implements Situation {

    @Override
    public void play(Stage stage) throws Exception {
        SSLEngine engine = stage.provider().serverEngine();
        EngineLink link = stage.accept(engine).pong();
        link.receive();
        engine.closeOutbound();
        link.flush();
        link.channel().close();
        stage.done(engine);
    }
}
