package io.github.tlsleak.apps.providers.living.socket;

import io.github.tlsleak.apps.providers.ProviderStage;
import io.github.tlsleak.apps.providers.living.Held;
import io.github.tlsleak.apps.support.Situation;
import io.github.tlsleak.apps.support.Stage;
import java.net.Socket;
import javax.net.ssl.SSLSocket;

// peer: server await
// saw: nothing
// os: established
// expect: none
// expect[provider=own]: OPEN notice SSLSocket client
// expect[provider=conscrypt-descriptor]: OPEN notice SSLSocket client

/** The connection is used again and again. Of a provider that is not known that is not seen. */
public final class Busy implements Situation<ProviderStage> {

    @Override
    public void play(ProviderStage stage) throws Exception {
        Socket socket = stage.factory().createSocket(stage.host(), stage.port());
        SSLSocket ssl = Held.on(stage.ping(socket));
        Held.working(
                () -> {
                    while (true) {
                        ssl.getOutputStream().write(1);
                        Stage.sleep(300);
                    }
                });
    }
}
