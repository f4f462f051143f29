package io.github.tlsleak.apps.providers.server.socket;

import io.github.tlsleak.apps.providers.ProviderStage;
import io.github.tlsleak.apps.support.Situation;
import javax.net.ssl.SSLSocket;

// peer: client await
// skip[provider=wildfly,tls=1.3]: its startHandshake() may not return
// saw: close_notify
// saw[provider=wildfly]: eof
// expect: none
// expect[provider=wildfly]: UNSENT notice SSLSocket server
// count: CLOSED 1
// count[provider=wildfly]: CLOSED 0

/** Accepted, answered, closed as it should be. */
public final class Closed implements Situation<ProviderStage> {

    @Override
    public void play(ProviderStage stage) throws Exception {
        SSLSocket ssl = stage.pong(stage.listen().accept());
        ssl.close();
        stage.drop(ssl);
    }
}
