package io.github.tlsleak.apps.providers.server.socket;

import io.github.tlsleak.apps.providers.ProviderStage;
import io.github.tlsleak.apps.providers.Read;
import io.github.tlsleak.apps.support.Situation;
import javax.net.ssl.SSLSocket;

// peer: client reset
// skip[provider=own]: it closes the socket below, which is not seen: LOST
// skip[provider=wildfly,tls=1.3]: its startHandshake() may not return
// saw: nothing
// expect: none
// expect[provider=conscrypt|wildfly]: LOST leak SSLSocket server
// count: FAILED 1
// count[provider=conscrypt|wildfly]: FAILED 0

/** The client resets the connection. Then the socket is forgotten. */
public final class PeerResetDropped implements Situation<ProviderStage> {

    @Override
    public void play(ProviderStage stage) throws Exception {
        SSLSocket ssl = stage.pong(stage.listen().accept());
        Read.toReset(ssl);
        stage.drop(ssl);
    }
}
