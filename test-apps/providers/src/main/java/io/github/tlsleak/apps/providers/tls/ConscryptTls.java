package io.github.tlsleak.apps.providers.tls;

import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import org.conscrypt.Conscrypt;

/** Conscrypt: BoringSSL behind engines, and sockets that work through such an engine. */
public final class ConscryptTls extends Jsse {

    @Override
    SSLContext newContext() throws GeneralSecurityException {
        return SSLContext.getInstance("TLS", Conscrypt.newProvider());
    }
}
