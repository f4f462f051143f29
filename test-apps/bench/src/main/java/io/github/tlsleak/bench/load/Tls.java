package io.github.tlsleak.bench.load;

import io.github.tlsleak.apps.support.Stage;
import javax.net.ssl.SSLContext;

/** The one context of a program. It trusts its own certificate. */
public final class Tls {
    private static final SSLContext CONTEXT =
            Stage.of(new String[] {"localhost", "0", "1.3"}).context();

    static {
        // each full handshake leaves an entry in the session cache
        CONTEXT.getClientSessionContext().setSessionCacheSize(64);
        CONTEXT.getServerSessionContext().setSessionCacheSize(64);
    }

    private Tls() {}

    public static SSLContext context() {
        return CONTEXT;
    }

    public static String[] protocols(String version) {
        return new String[] {"TLSv" + version};
    }
}
