package io.github.tlsleak.apps.providers.socket;

import io.github.tlsleak.apps.providers.ProviderStage;
import io.github.tlsleak.apps.support.Situation;
import java.net.Socket;
import javax.net.ssl.SSLSocket;

// peer: server await
// skip[provider=bouncycastle|own]: shutdownOutput() is not supported
// saw: close_notify
// saw[provider=conscrypt|wildfly]: eof
// expect: none
// expect[provider=conscrypt]: UNSENT defect SSLSocket client
// expect[provider=conscrypt,provider=conscrypt-descriptor]: none
// expect[provider=wildfly]: UNSENT notice SSLSocket client
// count: CLOSED 1
// count[provider=conscrypt|wildfly]: CLOSED 0
// count[provider=conscrypt,provider=conscrypt-descriptor]: CLOSED 1

/** shutdownOutput(), then close(). */
public final class OutputShutThenClosed implements Situation<ProviderStage> {

    @Override
    public void play(ProviderStage stage) throws Exception {
        Socket socket = stage.factory().createSocket(stage.host(), stage.port());
        SSLSocket ssl = stage.ping(socket);
        ssl.shutdownOutput();
        ssl.close();
        stage.drop(ssl);
    }
}
