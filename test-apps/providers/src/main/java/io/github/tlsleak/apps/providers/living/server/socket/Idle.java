package io.github.tlsleak.apps.providers.living.server.socket;

import io.github.tlsleak.apps.providers.ProviderStage;
import io.github.tlsleak.apps.providers.living.Held;
import io.github.tlsleak.apps.support.Situation;

// peer: client await
// skip[provider=wildfly,tls=1.3]: its startHandshake() may not return
// saw: nothing
// os: established
// expect: OPEN notice SSLSocket server

/** The client does not use the connection any more. */
public final class Idle implements Situation<ProviderStage> {

    @Override
    public void play(ProviderStage stage) throws Exception {
        Held.on(stage.pong(stage.listen().accept()));
    }
}
