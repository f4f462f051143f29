package io.github.tlsleak.apps.bugs;

import io.github.tlsleak.apps.support.Stage;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/**
 * What a situation that shows a bug is given: a server, and a context that trusts the server.
 * Thread-safe.
 */
public final class BugStage extends Stage {

    private final SSLContext context;
    private final Established trust;
    private volatile boolean kept;

    BugStage(String host, int port, SSLContext context, Established trust) {
        // context() decides the versions: the libraries use no other method that knows them
        super(host, port, "1.2");
        this.context = context;
        this.trust = trust;
    }

    @Override
    public SSLContext context() {
        return context;
    }

    /** The trust manager of the context, for libraries that make contexts of their own. */
    public TrustManager trust() {
        return trust;
    }

    /**
     * The library still holds the sessions after the situation: nothing waits for their collection.
     */
    void keepsSessions() {
        kept = true;
    }

    boolean isKeepingSessions() {
        return kept;
    }

    /** Adds a session whose handshake is never made. */
    void made(Object session) {
        trust.add(session);
    }
}
