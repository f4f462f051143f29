package io.github.tlsleak.apps.providers.server.socket;

import io.github.tlsleak.apps.providers.ProviderStage;
import io.github.tlsleak.apps.providers.Read;
import io.github.tlsleak.apps.support.Situation;
import javax.net.ssl.SSLSocket;

// peer: client reset
// skip[provider=wildfly,tls=1.3]: its startHandshake() may not return
// saw: nothing
// expect: none
// expect[provider=wildfly]: UNSENT notice SSLSocket server
// count: CUT 1
// count[provider=conscrypt|bouncycastle|own]: CLOSED 1
// count[provider=wildfly]: CUT 0

/** The client resets the connection. Then the socket is closed. */
public final class PeerResetClosed implements Situation<ProviderStage> {

    @Override
    public void play(ProviderStage stage) throws Exception {
        SSLSocket ssl = stage.pong(stage.listen().accept());
        Read.toReset(ssl);
        ssl.close();
        stage.drop(ssl);
    }
}
