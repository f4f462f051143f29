package io.github.tlsleak.apps.providers.server.socket;

import io.github.tlsleak.apps.providers.ProviderStage;
import io.github.tlsleak.apps.providers.Read;
import io.github.tlsleak.apps.support.Situation;
import javax.net.ssl.SSLSocket;

// peer: client fin
// skip[provider=wildfly,tls=1.3]: its startHandshake() may not return
// saw: close_notify
// saw[provider=bouncycastle|own|wildfly]: eof
// expect: none
// expect[provider=wildfly]: UNSENT notice SSLSocket server
// count: CLOSED 1
// count[provider=wildfly]: CLOSED 0

/** The client ends TCP without close_notify. Then the socket is closed. */
public final class PeerEofClosed implements Situation<ProviderStage> {

    @Override
    public void play(ProviderStage stage) throws Exception {
        SSLSocket ssl = stage.pong(stage.listen().accept());
        Read.toEnd(ssl);
        ssl.close();
        stage.drop(ssl);
    }
}
