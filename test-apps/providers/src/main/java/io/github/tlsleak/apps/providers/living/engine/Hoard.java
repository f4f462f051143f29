package io.github.tlsleak.apps.providers.living.engine;

import io.github.tlsleak.apps.providers.ProviderStage;
import io.github.tlsleak.apps.providers.engine.End;
import io.github.tlsleak.apps.providers.living.Held;
import io.github.tlsleak.apps.support.EnginePair;
import io.github.tlsleak.apps.support.Situation;
import io.github.tlsleak.apps.support.Stage;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;

// expect: SESSION_HOARD defect SSLEngine

/** A list holds ever more sessions, each of which is used, until the program closes all. */
public final class Hoard implements Situation<ProviderStage> {

    @Override
    public void play(ProviderStage stage) throws Exception {
        stage.context().getServerSessionContext().setSessionCacheSize(90);
        List<SSLEngine> kept = Held.on(new ArrayList<>());
        AtomicBoolean over = new AtomicBoolean();
        Held.later(() -> over.set(true));
        Held.working(
                () -> {
                    while (!over.get()) {
                        SSLEngine client = stage.provider().engine(true, "hoard.example", 443);
                        SSLEngine server = stage.context().createSSLEngine();
                        new EnginePair(client, server).handshake();
                        EnginePair.close(server);
                        kept.add(client);
                        use(kept);
                        Stage.sleep(33);
                    }
                    for (SSLEngine client : kept) {
                        End.withoutPeer(client);
                        stage.provider().release(client);
                    }
                });
    }

    /** Data moves on each of some. */
    private void use(List<SSLEngine> kept) throws SSLException {
        for (int i = kept.size() % 30; i < kept.size(); i += 30) {
            kept.get(i).wrap(ByteBuffer.wrap(new byte[1]), ByteBuffer.allocate(33_000));
        }
    }
}
