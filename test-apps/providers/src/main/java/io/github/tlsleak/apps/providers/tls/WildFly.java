package io.github.tlsleak.apps.providers.tls;

import io.github.tlsleak.apps.support.Keys;
import java.security.GeneralSecurityException;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.wildfly.openssl.OpenSSLProvider;

/** WildFly's binding of the system's OpenSSL. */
public final class WildFly extends Jsse {

    @Override
    SSLContext newContext() throws GeneralSecurityException {
        return SSLContext.getInstance("openssl.TLS", new OpenSSLProvider());
    }

    /** The RSA key: this provider takes only RSA and DSA keys. */
    @Override
    KeyManagerFactory keys() throws GeneralSecurityException {
        return Keys.keys(Keys.rsa());
    }
}
