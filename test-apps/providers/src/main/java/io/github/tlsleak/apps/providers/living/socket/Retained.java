package io.github.tlsleak.apps.providers.living.socket;

import io.github.tlsleak.apps.providers.ProviderStage;
import io.github.tlsleak.apps.providers.living.Held;
import io.github.tlsleak.apps.support.Situation;
import io.github.tlsleak.apps.support.Stage;
import javax.net.ssl.SSLSocket;

// peer: server await
// saw: any
// os: gone
// expect: RETAINED notice SSLSocket

/** Ever more sockets are closed in order, and kept. */
public final class Retained implements Situation<ProviderStage> {

    @Override
    public void play(ProviderStage stage) throws Exception {
        Held.later(
                () ->
                        Held.working(
                                () -> {
                                    for (int i = 0; i < 25; i++) {
                                        SSLSocket ssl =
                                                stage.ping(
                                                        stage.factory()
                                                                .createSocket(
                                                                        stage.host(),
                                                                        stage.port()));
                                        Stage.sleep(500);
                                        Held.on(ssl).close();
                                    }
                                }));
    }
}
