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
 * Layered over a socket. The peer ends TCP without close_notify, then the session is closed. Bouncy
 * Castle and the unknown provider close the transport while the program reads.
 */
public final class LayeredPeerEof implements Situation<ProviderStage> {

    @Override
    public void play(ProviderStage stage) throws Exception {
        Socket raw = stage.raw();
        Socket socket = stage.factory().createSocket(raw, stage.host(), stage.port(), true);
        SSLSocket ssl = stage.ping(socket);
        Read.toEnd(ssl);
        ssl.close();
        stage.drop(ssl);
    }
}
