package io.github.tlsleak.apps.providers.heap;

import io.github.tlsleak.apps.heap.HeapDumper;
import io.github.tlsleak.apps.providers.Play;
import io.github.tlsleak.apps.providers.tls.TlsProvider;
import io.github.tlsleak.apps.support.Stage;
import java.util.Collections;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSessionContext;

/**
 * Fills the session caches of one provider and writes a heap dump. Arguments: {@code PROVIDER TLS
 * FILE NUMBER}: so many clients connect, and every tenth resumes its session.
 *
 * <p>For each cache it prints {@code CACHE NAME|SIZE|LIMIT|TIMEOUT|EXPIRED}, by the API.
 */
public final class CachedStates {

    private static final int HOSTS = 3;
    private static final int FEW = 6;
    private static final int EXPIRES_MILLIS = 2_200;

    private final TlsProvider provider;
    private final String tls;
    private SSLEngine client;
    private SSLEngine server;

    private CachedStates(String provider, String tls) throws ReflectiveOperationException {
        this.provider = Play.make(provider, TlsProvider.class);
        this.tls = tls;
    }

    public static void main(String[] args) throws Exception {
        CachedStates many = new CachedStates(args[0], "TLSv" + args[1]);
        int number = Integer.parseInt(args[3]);
        for (int i = 0; i < number; i++) {
            many.connect(i);
            if (i % 10 == 0) {
                many.connect(i);
            }
        }
        many.hold("", false);
        CachedStates expiring = new CachedStates(args[0], "TLSv" + args[1]);
        expiring.connect(0);
        expiring.of(expiring.client).setSessionTimeout(1);
        expiring.of(expiring.server).setSessionTimeout(1);
        for (int i = 0; i < FEW; i++) {
            expiring.connect(i);
        }
        expiring.hold("expired ", true);
        Stage.sleep(EXPIRES_MILLIS);
        HeapDumper.live(args[2]);
        System.out.println("DUMPED");
    }

    private void connect(int number) throws SSLException {
        String host = "host" + number % HOSTS + ".example.org";
        EngineTalk talk =
                new EngineTalk(provider.engine(true, host, 1000 + number), provider.serverEngine());
        provider.restrict(talk.client, tls);
        provider.restrict(talk.server, tls);
        talk.open();
        client = talk.client;
        server = talk.server;
        talk.close(talk.client);
        talk.readAll(talk.server);
        talk.close(talk.server);
        talk.readAll(talk.client);
        provider.release(client);
        provider.release(server);
    }

    private SSLSessionContext of(SSLEngine engine) {
        return engine.getSession().getSessionContext();
    }

    private void hold(String name, boolean expired) {
        hold(name + "client", of(client), expired);
        hold(name + "server", of(server), expired);
    }

    private static void hold(String name, SSLSessionContext cache, boolean expired) {
        HeldStates.HELD.put(name, cache);
        int size = Collections.list(cache.getIds()).size();
        System.out.println(
                "CACHE "
                        + String.join(
                                "|",
                                name,
                                "" + size,
                                "" + cache.getSessionCacheSize(),
                                "" + cache.getSessionTimeout(),
                                "" + (expired ? size : 0)));
    }
}
