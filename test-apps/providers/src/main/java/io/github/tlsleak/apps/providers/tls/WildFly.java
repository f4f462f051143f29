package io.github.tlsleak.apps.providers.tls;

import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import org.wildfly.openssl.OpenSSLProvider;

/** WildFly's binding of the system's OpenSSL. */
public final class WildFly extends Jsse {

    @Override
    SSLContext newContext() throws GeneralSecurityException {
        return SSLContext.getInstance("openssl.TLS", new OpenSSLProvider());
    }
}
