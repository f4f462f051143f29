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

/**
 * Established, then forgotten. On JDK 8 the transport has a finalizer of its own. If it runs before
 * SunJSSE's finalizer, no close_notify can be sent any more.
 */
public final class Dropped implements Situation<ProviderStage> {

    @Override
    public void play(ProviderStage stage) throws Exception {
        Socket socket = stage.factory().createSocket(stage.host(), stage.port());
        SSLSocket ssl = stage.ping(socket);
        stage.drop(ssl);
    }
}
