package io.github.tlsleak.apps.providers.tls;

import io.github.tlsleak.apps.support.Keys;
import java.security.GeneralSecurityException;
import java.security.Provider;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.jsse.provider.BouncyCastleJsseProvider;

/** Bouncy Castle. */
public final class BouncyCastle extends Jsse {

    private static final Provider JSSE = new BouncyCastleJsseProvider(new BouncyCastleProvider());

    @Override
    SSLContext newContext() throws GeneralSecurityException {
        return SSLContext.getInstance("TLS", JSSE);
    }

    /**
     * Bouncy Castle's own key manager, because the JDK's does not know the key types that Bouncy
     * Castle asks for.
     */
    @Override
    KeyManagerFactory keys() throws GeneralSecurityException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX", JSSE);
        keys.init(Keys.store(), Keys.PASSWORD.toCharArray());
        return keys;
    }
}
