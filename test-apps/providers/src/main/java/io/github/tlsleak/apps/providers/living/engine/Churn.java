package io.github.tlsleak.apps.providers.living.engine;

import io.github.tlsleak.apps.providers.ProviderStage;
import io.github.tlsleak.apps.providers.engine.End;
import io.github.tlsleak.apps.support.EnginePair;
import io.github.tlsleak.apps.support.Situation;
import javax.net.ssl.SSLEngine;

// skip[provider=netty-openssl|netty-refcnt]: it does not talk to an engine of SunJSSE in memory
// expect: SESSION_CHURN notice SSLEngine
// expect[provider=conscrypt|bouncycastle|wildfly|own]: none

/** A session for each request, closed in order; none of them can be resumed. */
public final class Churn implements Situation<ProviderStage> {

    @Override
    public void play(ProviderStage stage) throws Exception {
        for (int i = 0; i < 30; i++) {
            SSLEngine client = stage.provider().engine(true, "churn.example", 443);
            SSLEngine server = stage.context().createSSLEngine();
            stage.provider().restrict(client, "TLSv1.2");
            new EnginePair(client, server).handshake();
            client.getSession().invalidate();
            End.withoutPeer(client);
            EnginePair.close(server);
            stage.provider().release(client);
        }
    }
}
