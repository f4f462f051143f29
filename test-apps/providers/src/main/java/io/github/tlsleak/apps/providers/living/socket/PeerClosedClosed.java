package io.github.tlsleak.apps.providers.living.socket;

import io.github.tlsleak.apps.providers.ProviderStage;
import io.github.tlsleak.apps.providers.Read;
import io.github.tlsleak.apps.providers.living.Held;
import io.github.tlsleak.apps.support.Situation;
import java.net.Socket;
import javax.net.ssl.SSLSocket;

// peer: server closed
// saw: close_notify
// saw[provider=wildfly]: eof
// os: gone
// expect: none

/** The program reads the end of the stream, and closes. */
public final class PeerClosedClosed implements Situation<ProviderStage> {

    @Override
    public void play(ProviderStage stage) throws Exception {
        Socket socket = stage.factory().createSocket(stage.host(), stage.port());
        SSLSocket ssl = Held.on(stage.ping(socket));
        Read.toEnd(ssl);
        ssl.close();
    }
}
