package io.github.tlsleak.apps.providers.living.engine;

import io.github.tlsleak.apps.providers.ProviderStage;
import io.github.tlsleak.apps.providers.living.Held;
import io.github.tlsleak.apps.support.EngineLink;
import io.github.tlsleak.apps.support.Situation;
import io.github.tlsleak.apps.support.Stage;
import javax.net.ssl.SSLEngine;

// peer: server await
// saw: nothing
// os: established
// expect: none

/** The connection is used again and again. */
public final class Busy implements Situation<ProviderStage> {

    @Override
    public void play(ProviderStage stage) throws Exception {
        SSLEngine engine = Held.on(stage.provider().engine(true, stage.host(), stage.port()));
        EngineLink link = Held.on(stage.connect(engine)).ping();
        Held.working(
                () -> {
                    while (true) {
                        link.send("x");
                        Stage.sleep(300);
                    }
                });
    }
}
