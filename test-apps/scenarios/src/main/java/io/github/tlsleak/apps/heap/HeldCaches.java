package io.github.tlsleak.apps.heap;

import io.github.tlsleak.apps.support.EnginePair;
import io.github.tlsleak.apps.support.Keys;
import io.github.tlsleak.apps.support.Stage;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManager;

/**
 * A server whose cache has large TLS sessions, a context for each tenant, and a cache whose
 * sessions have expired. Arguments: {@code FILE SESSIONS TENANTS}.
 */
public final class HeldCaches {

    private static final int HOSTS = 3;
    private static final int FEW = 4;
    private static final int VALUE = 10_000;
    private static final int FIRST_PORT = 10_000;
    private static final int EXPIRES_MILLIS = 2_200;

    static final Map<String, SSLContext> TENANTS = new HashMap<>();
    static SSLContext server;
    static SSLContext client;
    static SSLContext expiring;
    static final List<SSLEngine> OPEN = new ArrayList<>();

    private final KeyManager[] keys;
    private final TrustManager[] trust;
    private EnginePair last;

    private HeldCaches() throws GeneralSecurityException {
        keys = Keys.keys().getKeyManagers();
        trust = Keys.trust().getTrustManagers();
    }

    public static void main(String[] args) throws Exception {
        // else the tickets of servers are the clients' to keep, from Java 13 on
        System.setProperty("jdk.tls.server.enableSessionTicketExtension", "false");
        HeldCaches all = new HeldCaches();
        server = all.context();
        server.getServerSessionContext().setSessionCacheSize(0);
        client = all.context();
        int sessions = Integer.parseInt(args[1]);
        for (int i = 0; i < sessions; i++) {
            all.connect(client, server, i);
        }
        expiring = all.context();
        expiring.getServerSessionContext().setSessionTimeout(1);
        expiring.getClientSessionContext().setSessionTimeout(1);
        for (int i = 0; i < FEW; i++) {
            all.connect(expiring, expiring, i);
        }
        for (int i = 0; i < Integer.parseInt(args[2]); i++) {
            SSLContext tenant = all.context();
            TENANTS.put("tenant " + i, tenant);
            all.connect(tenant, tenant, i);
        }
        all.last = null;
        Stage.sleep(EXPIRES_MILLIS);
        HeapDumper.live(args[0]);
    }

    private SSLContext context() throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys, trust, null);
        return context;
    }

    private void connect(SSLContext from, SSLContext to, int number) throws SSLException {
        SSLEngine mine = from.createSSLEngine("db-" + number % HOSTS, FIRST_PORT + number / HOSTS);
        SSLEngine theirs = to.createSSLEngine("10.0.0." + number % HOSTS, FIRST_PORT + number);
        last = new EnginePair(mine, theirs, last).handshake();
        theirs.getSession().putValue("user", new byte[VALUE]);
        if (number == 0) {
            OPEN.add(theirs);
        } else {
            last.close();
        }
    }
}
