package io.github.tlsleak.apps.providers.living.server.socket;

import io.github.tlsleak.apps.providers.ProviderStage;
import io.github.tlsleak.apps.providers.living.Held;
import io.github.tlsleak.apps.support.Situation;

// peer: client stall
// saw: nothing
// os: established
// expect: STUCK notice SSLSocket server
// expect[provider=wildfly|own]: none
// expect[provider=conscrypt-descriptor]: none

/** A connection is accepted and put into a queue that nobody takes from. */
public final class Accepted implements Situation<ProviderStage> {

    @Override
    public void play(ProviderStage stage) throws Exception {
        Held.on(stage.listen().accept());
    }
}
