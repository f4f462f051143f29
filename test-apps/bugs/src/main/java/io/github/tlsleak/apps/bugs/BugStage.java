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
    private final boolean mended;
    private volatile boolean kept;
    private volatile boolean alone;

    BugStage(String host, int port, SSLContext context, Established trust, boolean mended) {
        // context() decides the versions: the libraries use no other method that knows them
        super(host, port, "1.2");
        this.context = context;
        this.trust = trust;
        this.mended = mended;
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

    /** Whether a setting or a use of the library that caused the bug must be as it should be. */
    public boolean isMended() {
        return mended;
    }

    /** The situation does not make one trusted session each time. Nobody counts them. */
    void countsAlone() {
        alone = true;
    }

    boolean isCountingAlone() {
        return alone;
    }

    /** Waits until that many sessions have trusted their server. Fails after a time limit. */
    void awaitSessions(int number) {
        for (int i = 0; i < 500 && trust.sessions().length < number; i++) {
            sleep(20);
        }
        if (trust.sessions().length < number) {
            throw new IllegalStateException(trust.sessions().length + " sessions");
        }
    }

    /** How many sessions have trusted their server so far. */
    int sessions() {
        return trust.sessions().length;
    }

    /** Adds a session whose handshake is never made. */
    void made(Object session) {
        trust.add(session);
    }
}
