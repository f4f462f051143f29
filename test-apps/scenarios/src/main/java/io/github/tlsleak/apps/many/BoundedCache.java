package io.github.tlsleak.apps.many;

import io.github.tlsleak.apps.support.EnginePair;
import io.github.tlsleak.apps.support.Stage;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;

// peer: none
// tls: 1.3
// options: session.cache=100
// options: stuck=4s
// expect: none

/** As {@link CacheHoard}, and the cache has a bound below what is many. */
public final class BoundedCache {
    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        SSLContext clients = Stage.init(SSLContext.getInstance("TLS"));
        clients.getClientSessionContext().setSessionCacheSize(90);
        stage.context().getServerSessionContext().setSessionCacheSize(90);
        for (int i = 0; i < 240; i++) {
            SSLEngine client = clients.createSSLEngine("host" + i + ".example", 443);
            SSLEngine server = stage.context().createSSLEngine();
            new EnginePair(client, server).handshake();
            EnginePair.close(client);
            EnginePair.close(server);
        }
        // until the caches have been looked at
        Stage.sleep(3_000);
        Stage.done();
    }
}
