package io.github.tlsleak.apps.providers.server.socket;

import io.github.tlsleak.apps.providers.ProviderStage;
import io.github.tlsleak.apps.support.Situation;
import java.net.Socket;
import javax.net.ssl.SSLSocket;

// peer: client await
// skip[provider=wildfly,tls=1.3]: its startHandshake() may not return
// saw: close_notify
// saw[provider=wildfly]: eof
// expect: none
// expect[provider=wildfly]: UNSENT notice SSLSocket server
// count: CLOSED 1
// count[provider=wildfly]: CLOSED 0

/** Layered over an accepted socket. Its close() closes that too. */
public final class LayeredClosed implements Situation<ProviderStage> {

    @Override
    public void play(ProviderStage stage) throws Exception {
        Socket raw = stage.acceptRaw();
        SSLSocket ssl =
                stage.serve(stage.factory().createSocket(raw, stage.host(), raw.getPort(), true));
        ssl.close();
        stage.drop(ssl);
    }
}
