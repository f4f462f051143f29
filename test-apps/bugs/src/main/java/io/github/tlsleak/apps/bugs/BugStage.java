package io.github.tlsleak.apps.bugs;

import io.github.tlsleak.apps.support.Stage;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/**
 * What a situation that shows a bug is given: a server and a context that trusts it. Thread-safe.
 */
public final class BugStage extends Stage {

    private final SSLContext context;
    private final Established trust;
    private volatile boolean kept;

    BugStage(String host, int port, SSLContext context, Established trust) {
        // context() decides about versions: the libraries use no other method that knows one
        super(host, port, "1.2");
        this.context = context;
        this.trust = trust;
    }

    @Override
    public SSLContext context() {
        return context;
    }

    /** What the context asks, for libraries that make contexts of their own. */
    public TrustManager trust() {
        return trust;
    }

    /** The library holds the sessions after the situation: nothing waits for their collection. */
    void keepsSessions() {
        kept = true;
    }

    boolean isKeepingSessions() {
        return kept;
    }

    /** Tells of a session whose handshake is never made. */
    void made(Object session) {
        trust.add(session);
    }
}
