package io.github.tlsleak.apps.providers.living.engine;

import io.github.tlsleak.apps.providers.ProviderStage;
import io.github.tlsleak.apps.providers.engine.End;
import io.github.tlsleak.apps.providers.living.Held;
import io.github.tlsleak.apps.support.EngineLink;
import io.github.tlsleak.apps.support.Situation;
import io.github.tlsleak.apps.support.Stage;
import javax.net.ssl.SSLEngine;

// peer: server await
// saw: any
// os: gone
// expect: RETAINED notice SSLEngine

/** Ever more engines are closed in order, and kept. */
public final class Retained implements Situation<ProviderStage> {

    @Override
    public void play(ProviderStage stage) throws Exception {
        Held.later(
                () ->
                        Held.working(
                                () -> {
                                    for (int i = 0; i < 25; i++) {
                                        SSLEngine engine =
                                                stage.provider()
                                                        .engine(true, stage.host(), stage.port());
                                        EngineLink link = stage.connect(Held.on(engine)).ping();
                                        Stage.sleep(500);
                                        End.inOrder(link);
                                        stage.provider().release(engine);
                                    }
                                }));
    }
}
