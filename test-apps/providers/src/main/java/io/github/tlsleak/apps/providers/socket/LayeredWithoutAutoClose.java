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

/** Layered over a socket. The program closes that socket after the session. */
public final class LayeredWithoutAutoClose implements Situation<ProviderStage> {

    @Override
    public void play(ProviderStage stage) throws Exception {
        Socket raw = stage.raw();
        Socket socket = stage.factory().createSocket(raw, stage.host(), stage.port(), false);
        SSLSocket ssl = stage.ping(socket);
        ssl.close();
        raw.close();
        stage.drop(ssl);
    }
}
