package io.github.tlsleak.apps.providers.tls;

import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;

/** The JDK's own provider, to compare with. */
public final class SunJsse extends Jsse {

    @Override
    SSLContext newContext() throws GeneralSecurityException {
        return SSLContext.getInstance("TLS", "SunJSSE");
    }
}
