package io.github.tlsleak.apps.providers.socket;

import io.github.tlsleak.apps.providers.ProviderStage;
import io.github.tlsleak.apps.providers.Read;
import io.github.tlsleak.apps.support.Situation;
import java.net.Socket;
import javax.net.ssl.SSLSocket;

// peer: server await
// saw: eof
// saw[provider=sunjsse,jdk>=9,jdk<=18]: close_notify
// saw[provider=sunjsse,jdk<=8]: any
// expect: LOST leak SSLSocket client
// expect[provider=sunjsse,jdk<=18]: RESCUED leak SSLSocket client
// expect[provider=own|conscrypt-descriptor]: UNUSED leak SSLSocket

/**
 * A write makes the handshake. Then the socket is forgotten. The agent does not see such a
 * handshake of an unknown provider.
 */
public final class Implicit implements Situation<ProviderStage> {

    @Override
    public void play(ProviderStage stage) throws Exception {
        Socket socket = stage.factory().createSocket(stage.host(), stage.port());
        SSLSocket ssl = stage.restrict(socket);
        Read.ping(ssl);
        stage.drop(ssl);
    }
}
