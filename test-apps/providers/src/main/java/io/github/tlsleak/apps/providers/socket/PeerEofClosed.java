package io.github.tlsleak.apps.providers.socket;

import io.github.tlsleak.apps.providers.ProviderStage;
import io.github.tlsleak.apps.providers.Read;
import io.github.tlsleak.apps.support.Situation;
import java.net.Socket;
import javax.net.ssl.SSLSocket;

// peer: server fin
// saw: close_notify
// saw[provider=bouncycastle|own|wildfly]: eof
// expect: none
// expect[provider=wildfly]: UNSENT notice SSLSocket client
// count: CLOSED 1
// count[provider=wildfly]: CLOSED 0

/**
 * The peer ends TCP without close_notify. Then the socket is closed. Before that, Bouncy Castle and
 * the unknown provider have ended the session by themselves. Their public API does not show that,
 * and their close() does nothing more.
 */
public final class PeerEofClosed implements Situation<ProviderStage> {

    @Override
    public void play(ProviderStage stage) throws Exception {
        Socket socket = stage.factory().createSocket(stage.host(), stage.port());
        SSLSocket ssl = stage.ping(socket);
        Read.toEnd(ssl);
        ssl.close();
        stage.drop(ssl);
    }
}
