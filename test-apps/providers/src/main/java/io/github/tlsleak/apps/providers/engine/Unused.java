package io.github.tlsleak.apps.providers.engine;

import io.github.tlsleak.apps.providers.ProviderStage;
import io.github.tlsleak.apps.support.Situation;

// peer: none
// expect: none
// expect[provider=netty-refcnt]: NATIVE leak SSLEngine

/** Never used. */
public final class Unused implements Situation<ProviderStage> {

    @Override
    public void play(ProviderStage stage) throws Exception {
        stage.drop(stage.provider().engine(true, stage.host(), stage.port()));
    }
}
