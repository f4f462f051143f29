package io.github.tlsleak.apps.providers.living.engine;

import io.github.tlsleak.apps.providers.ProviderStage;
import io.github.tlsleak.apps.providers.living.Held;
import io.github.tlsleak.apps.support.Situation;
import javax.net.ssl.SSLEngine;

// peer: server await
// saw: nothing
// os: established
// expect: OPEN notice SSLEngine client

/** Nobody uses the connection any more. */
public final class Idle implements Situation<ProviderStage> {

    @Override
    public void play(ProviderStage stage) throws Exception {
        SSLEngine engine = Held.on(stage.provider().engine(true, stage.host(), stage.port()));
        Held.on(stage.connect(engine)).ping();
    }
}
