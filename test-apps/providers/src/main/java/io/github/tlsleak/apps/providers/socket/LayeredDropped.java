package io.github.tlsleak.apps.providers.socket;

import io.github.tlsleak.apps.providers.ProviderStage;
import io.github.tlsleak.apps.support.Situation;
import java.net.Socket;
import javax.net.ssl.SSLSocket;

// peer: server await
// saw: eof
// saw[provider=sunjsse,jdk>=9,jdk<=18]: close_notify
// saw[provider=sunjsse,jdk<=8]: any
// expect: LOST leak SSLSocket client
// expect[provider=sunjsse,jdk<=18]: RESCUED leak SSLSocket client

/** Layered over a socket. Both are forgotten. */
public final class LayeredDropped implements Situation<ProviderStage> {

    @Override
    public void play(ProviderStage stage) throws Exception {
        Socket raw = stage.raw();
        Socket socket = stage.factory().createSocket(raw, stage.host(), stage.port(), true);
        SSLSocket ssl = stage.ping(socket);
        stage.drop(ssl);
    }
}
