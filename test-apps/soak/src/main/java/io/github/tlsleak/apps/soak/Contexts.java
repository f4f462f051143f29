package io.github.tlsleak.apps.soak;

import io.github.tlsleak.apps.support.Stage;
import io.github.tlsleak.apps.support.TrustsNobody;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/** The contexts of the program, made once, with small session caches. Thread-safe. */
final class Contexts {

    private static final int CACHE = 200;

    final SSLContext trusting;
    final SSLContext untrusting;
    final SSLContext dtls;

    Contexts() throws GeneralSecurityException {
        trusting = bounded(Stage.init(SSLContext.getInstance("TLS")));
        dtls = bounded(Stage.init(SSLContext.getInstance("DTLS")));
        untrusting = SSLContext.getInstance("TLS");
        untrusting.init(null, new TrustManager[] {new TrustsNobody()}, null);
    }

    private static SSLContext bounded(SSLContext context) {
        context.getClientSessionContext().setSessionCacheSize(CACHE);
        context.getServerSessionContext().setSessionCacheSize(CACHE);
        return context;
    }
}
