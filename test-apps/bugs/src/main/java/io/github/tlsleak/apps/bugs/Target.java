package io.github.tlsleak.apps.bugs;

import javax.net.ssl.SSLContext;

/** The server that an attempt connects to, by a context that trusts it. Immutable. */
public final class Target {

    private final String host;
    private final int port;
    private final SSLContext context;

    Target(String host, int port, SSLContext context) {
        this.host = host;
        this.port = port;
        this.context = context;
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
}
