package io.github.tlsleak.apps.providers.socket;

import io.github.tlsleak.apps.providers.ProviderStage;
import io.github.tlsleak.apps.support.Situation;
import java.net.Socket;
import javax.net.ssl.SSLSocket;

// peer: server await
// skip[provider=bouncycastle|own]: shutdownOutput() is not supported
// saw: close_notify
// saw[provider=conscrypt|wildfly]: eof
// expect: HALF_CLOSED leak SSLSocket client

/** shutdownOutput() only. */
public final class OutputShut implements Situation<ProviderStage> {

    @Override
    public void play(ProviderStage stage) throws Exception {
        Socket socket = stage.factory().createSocket(stage.host(), stage.port());
        SSLSocket ssl = stage.ping(socket);
        ssl.shutdownOutput();
        stage.drop(ssl);
    }
}
