package io.github.tlsleak.apps.providers.living.socket;

import io.github.tlsleak.apps.providers.ProviderStage;
import io.github.tlsleak.apps.providers.living.Held;
import io.github.tlsleak.apps.support.Situation;
import java.net.Socket;

// peer: server await
// saw: nothing
// os: established
// expect: OPEN notice SSLSocket client

/** Nobody uses the connection any more. */
public final class Idle implements Situation<ProviderStage> {

    @Override
    public void play(ProviderStage stage) throws Exception {
        Socket socket = stage.factory().createSocket(stage.host(), stage.port());
        Held.on(stage.ping(socket));
    }
}
