package io.github.tlsleak.apps.providers.engine;

import io.github.tlsleak.apps.providers.Situation;
import io.github.tlsleak.apps.providers.Stage;

// peer: none
// expect: none
// expect[provider=netty-refcnt]: NATIVE leak SSLEngine

/** Never used. */
public final class Unused implements Situation {

    @Override
    public void play(Stage stage) throws Exception {
        stage.drop(stage.provider().engine(true, stage.host(), stage.port()));
    }
}
