package io.github.tlsleak.apps.bugs;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/** The server that an attempt connects to, by a context that trusts it. Thread-safe. */
public final class Target {

    private final String host;
    private final int port;
    private final SSLContext context;
    private final Established trust;

    Target(String host, int port, SSLContext context, Established trust) {
        this.host = host;
        this.port = port;
        this.context = context;
        this.trust = trust;
    }

    public String host() {
        return host;
    }

    public int port() {
        return port;
    }

    public SSLContext context() {
        return context;
    }

    /** What the context asks, for libraries that make contexts of their own. */
    public TrustManager trust() {
        return trust;
    }

    /** Tells of a session whose handshake is never made. */
    void made(Object session) {
        trust.add(session);
    }
}
