package io.github.tlsleak.apps.providers.living.server.socket;

import io.github.tlsleak.apps.providers.ProviderStage;
import io.github.tlsleak.apps.providers.living.Held;
import io.github.tlsleak.apps.support.Situation;
import javax.net.ssl.SSLSocket;

// peer: client hello
// saw: nothing
// os: established
// expect: STUCK defect SSLSocket server
// expect[provider=own]: none
// expect[provider=bouncycastle]: STUCK notice SSLSocket server
// expect[provider=conscrypt-descriptor]: none

/** A client sends its ClientHello, and nothing more. Bouncy Castle's sockets do not show that. */
public final class Stuck implements Situation<ProviderStage> {

    @Override
    public void play(ProviderStage stage) throws Exception {
        SSLSocket ssl = Held.on(stage.restrict(stage.listen().accept()));
        Held.hanging(ssl::startHandshake);
    }
}
