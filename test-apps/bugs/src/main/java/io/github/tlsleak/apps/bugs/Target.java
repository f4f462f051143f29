package io.github.tlsleak.apps.bugs;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/** The server that an attempt connects to, by a context that trusts it. Immutable. */
public final class Target {

    private final String host;
    private final int port;
    private final SSLContext context;
    private final TrustManager trust;

    Target(String host, int port, SSLContext context, TrustManager trust) {
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
}
