package io.github.tlsleak.apps.providers.socket;

import io.github.tlsleak.apps.providers.ProviderStage;
import io.github.tlsleak.apps.support.Situation;
import java.net.Socket;
import javax.net.ssl.SSLSocket;

// peer: server await
// saw: eof
// expect: UNDERCUT defect SSLSocket client

/** The transport is closed. The session is never closed. */
public final class RawClosed implements Situation<ProviderStage> {

    @Override
    public void play(ProviderStage stage) throws Exception {
        Socket raw = stage.raw();
        Socket socket = stage.factory().createSocket(raw, stage.host(), stage.port(), true);
        SSLSocket ssl = stage.ping(socket);
        raw.close();
        stage.drop(ssl);
    }
}
