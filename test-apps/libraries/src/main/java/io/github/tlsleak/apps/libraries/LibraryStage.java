package io.github.tlsleak.apps.libraries;

import io.github.tlsleak.apps.support.Keys;
import io.github.tlsleak.apps.support.Stage;
import io.github.tlsleak.apps.support.TrustsNobody;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * What a situation of a library is given: peers that play scripts, a key, and trust in the peers.
 */
public final class LibraryStage extends Stage {

    private static final int CACHE = 200;

    private final Tester tester;

    /** By whether they trust the peers; null if each caller gets a context of its own. */
    private final Map<Boolean, SSLContext> shared;

    LibraryStage(Tester tester, String tls) {
        this(tester, tls, null);
    }

    private LibraryStage(Tester tester, String tls, Map<Boolean, SSLContext> shared) {
        super("127.0.0.1", 0, tls);
        this.tester = tester;
        this.shared = shared;
    }

    /**
     * A stage without peers, for a program that is server and client itself and runs for long: all
     * share their contexts.
     */
    public static LibraryStage sharing(String tls) {
        return new LibraryStage(new Tester(), tls, new ConcurrentHashMap<>());
    }

    /**
     * Starts a peer that listens and plays a script with each client.
     *
     * @return its port on 127.0.0.1
     */
    public int server(String script) throws IOException {
        return Integer.parseInt(tester.ask("server " + script));
    }

    /** Lets a peer connect to a port on 127.0.0.1 and play a script. */
    public void client(String script, int port) throws IOException {
        tester.ask("client " + script + ' ' + port);
    }

    /**
     * The program has read the first answer. Waits, some seconds at most, until that many
     * connections to peers did what their script says, such as to close, or to take a request
     * without an answer.
     */
    public void awaitActed(int connections) throws IOException {
        expectOk("acted " + connections);
    }

    /** Waits until all connections to peers have ended for the peers. Fails after some seconds. */
    public void awaitOver() throws IOException {
        expectOk("over");
    }

    /**
     * Waits in the same way, but does not fail. A peer that never ends a connection by itself may
     * still be open.
     */
    public void awaitOverOrLate() throws IOException {
        tester.ask("over");
    }

    private void expectOk(String question) throws IOException {
        String answer = tester.ask(question);
        if (!answer.equals("ok")) {
            throw new IllegalStateException(question + ": " + answer);
        }
    }

    /** The TLS version of this run, as JSSE names it. */
    public String protocol() {
        return protocols()[0];
    }

    /** A context with the key that the peers trust; a new one, unless all share it. */
    public SSLContext context(boolean trusting) throws GeneralSecurityException {
        SSLContext known = shared == null ? null : shared.get(trusting);
        if (known != null) {
            return known;
        }
        SSLContext made = newContext(trusting);
        if (shared != null) {
            made.getClientSessionContext().setSessionCacheSize(CACHE);
            made.getServerSessionContext().setSessionCacheSize(CACHE);
            shared.put(trusting, made);
        }
        return made;
    }

    private SSLContext newContext(boolean trusting) throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(Keys.keys().getKeyManagers(), new TrustManager[] {trust(trusting)}, null);
        return context;
    }

    /** A trust manager for the peers' certificate, or for no certificate. */
    public X509TrustManager trust(boolean trusting) throws GeneralSecurityException {
        return trusting
                ? (X509TrustManager) Keys.trust().getTrustManagers()[0]
                : new TrustsNobody();
    }
}
