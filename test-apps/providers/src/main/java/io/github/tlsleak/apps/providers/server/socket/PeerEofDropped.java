package io.github.tlsleak.apps.providers.server.socket;

import io.github.tlsleak.apps.providers.ProviderStage;
import io.github.tlsleak.apps.providers.Read;
import io.github.tlsleak.apps.support.Situation;
import javax.net.ssl.SSLSocket;

// peer: client fin
// skip[provider=own]: it closes the socket below, which is not seen: LOST
// skip[provider=wildfly,tls=1.3]: its startHandshake() may not return
// saw: eof
// saw[provider=sunjsse]: close_notify
// saw[provider=sunjsse,jdk>=19,tls=1.3]: eof
// saw[provider=sunjsse,jdk<=8,tls=1.3]: any
// expect: UNANSWERED leak SSLSocket server
// expect[provider=conscrypt|wildfly]: LOST leak SSLSocket server
// expect[provider=bouncycastle]: none
// count[provider=bouncycastle]: FAILED 1

/** The client ends TCP without close_notify. Then the socket is forgotten. */
public final class PeerEofDropped implements Situation<ProviderStage> {

    @Override
    public void play(ProviderStage stage) throws Exception {
        SSLSocket ssl = stage.pong(stage.listen().accept());
        Read.toEnd(ssl);
        stage.drop(ssl);
    }
}
