package io.github.tlsleak.apps.providers.socket;

import io.github.tlsleak.apps.providers.ProviderStage;
import io.github.tlsleak.apps.providers.Read;
import io.github.tlsleak.apps.support.Situation;
import java.net.Socket;
import javax.net.ssl.SSLSocket;

// peer: server close_notify
// skip[provider=wildfly]: its read() does not return
// saw: close_notify
// expect: none
// count: CLOSED 1

/**
 * Layered over a socket. The peer's close_notify is read, then the session is closed. Bouncy Castle
 * and the unknown provider answer and close the transport while the program reads.
 */
public final class LayeredPeerClosed implements Situation<ProviderStage> {

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
