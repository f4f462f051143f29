package io.github.tlsleak.apps.providers.living.engine;

import io.github.tlsleak.apps.providers.ProviderStage;
import io.github.tlsleak.apps.providers.engine.End;
import io.github.tlsleak.apps.providers.living.Held;
import io.github.tlsleak.apps.support.EnginePair;
import io.github.tlsleak.apps.support.Situation;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;

// expect: CACHE_HOARD notice SSLContext
// expect[provider=wildfly]: none
// skip[provider=netty-jdk|netty-openssl|netty-refcnt]: Netty's contexts are no SSLContext
// skip[provider=own]: it has no contexts

/**
 * All sessions are closed in order; the cache of their context keeps each of them. WildFly's is
 * native.
 */
public final class CachedMany implements Situation<ProviderStage> {

    @Override
    public void play(ProviderStage stage) throws Exception {
        SSLContext clients = Held.on(stage.provider().context());
        clients.getClientSessionContext().setSessionCacheSize(20_480);
        stage.context().getServerSessionContext().setSessionCacheSize(90);
        for (int i = 0; i < 130; i++) {
            SSLEngine client = clients.createSSLEngine("host" + i + ".example", 443);
            SSLEngine server = stage.context().createSSLEngine();
            stage.provider().restrict(client, "TLSv1.2");
            new EnginePair(client, server).handshake();
            End.cached(client);
            EnginePair.close(server);
        }
    }
}
