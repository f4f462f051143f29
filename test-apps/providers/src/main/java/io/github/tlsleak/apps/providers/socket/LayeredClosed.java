package io.github.tlsleak.apps.providers.socket;

import io.github.tlsleak.apps.providers.ProviderStage;
import io.github.tlsleak.apps.support.Situation;
import java.net.Socket;
import javax.net.ssl.SSLSocket;

// peer: server await
// saw: close_notify
// saw[provider=wildfly]: eof
// expect: none
// expect[provider=wildfly]: UNSENT notice SSLSocket client
// count: CLOSED 1
// count[provider=wildfly]: CLOSED 0

/** Layered over a socket. Its close() closes that too. */
public final class LayeredClosed implements Situation<ProviderStage> {

    @Override
    public void play(ProviderStage stage) throws Exception {
        Socket raw = stage.raw();
        Socket socket = stage.factory().createSocket(raw, stage.host(), stage.port(), true);
        SSLSocket ssl = stage.ping(socket);
        ssl.close();
        stage.drop(ssl);
    }
}
