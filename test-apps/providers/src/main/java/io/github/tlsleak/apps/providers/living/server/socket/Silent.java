package io.github.tlsleak.apps.providers.living.server.socket;

import io.github.tlsleak.apps.providers.ProviderStage;
import io.github.tlsleak.apps.providers.living.Held;
import io.github.tlsleak.apps.support.Situation;
import javax.net.ssl.SSLSocket;

// peer: client stall
// saw: nothing
// os: established
// expect: STUCK notice SSLSocket server
// expect[provider=own]: none
// expect[provider=conscrypt-descriptor]: none

/** A client connects and says nothing, as browsers do that connect ahead; a thread waits for it. */
public final class Silent implements Situation<ProviderStage> {

    @Override
    public void play(ProviderStage stage) throws Exception {
        SSLSocket ssl = Held.on(stage.restrict(stage.listen().accept()));
        Held.hanging(ssl::startHandshake);
    }
}
