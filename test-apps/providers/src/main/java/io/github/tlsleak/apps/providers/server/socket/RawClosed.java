package io.github.tlsleak.apps.providers.server.socket;

import io.github.tlsleak.apps.providers.ProviderStage;
import io.github.tlsleak.apps.support.Situation;
import java.net.Socket;
import javax.net.ssl.SSLSocket;

// peer: client await
// skip[provider=wildfly,tls=1.3]: its startHandshake() may not return
// saw: eof
// expect: UNDERCUT defect SSLSocket server

/** The transport, an accepted socket, is closed. The session is never closed. */
public final class RawClosed implements Situation<ProviderStage> {

    @Override
    public void play(ProviderStage stage) throws Exception {
        Socket raw = stage.acceptRaw();
        SSLSocket ssl =
                stage.serve(stage.factory().createSocket(raw, stage.host(), raw.getPort(), true));
        raw.close();
        stage.drop(ssl);
    }
}
