package io.github.tlsleak.apps.providers.socket;

import io.github.tlsleak.apps.providers.ProviderStage;
import io.github.tlsleak.apps.providers.Read;
import io.github.tlsleak.apps.support.Situation;
import java.net.Socket;
import javax.net.ssl.SSLSocket;

// peer: server fin
// saw: eof
// saw[provider=sunjsse]: close_notify
// saw[provider=sunjsse,jdk>=19,tls=1.3]: eof
// saw[provider=sunjsse,jdk<=8,tls=1.3]: any
// expect: UNANSWERED leak SSLSocket client
// expect[provider=conscrypt|wildfly]: LOST leak SSLSocket client
// expect[provider=bouncycastle|own]: none
// count[provider=bouncycastle|own]: FAILED 1

/** The peer ends TCP without close_notify. Then the socket is forgotten. */
public final class PeerEofDropped implements Situation<ProviderStage> {

    @Override
    public void play(ProviderStage stage) throws Exception {
        Socket socket = stage.factory().createSocket(stage.host(), stage.port());
        SSLSocket ssl = stage.ping(socket);
        Read.toEnd(ssl);
        stage.drop(ssl);
    }
}
