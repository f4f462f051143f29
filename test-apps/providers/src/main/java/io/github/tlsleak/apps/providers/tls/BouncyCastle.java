package io.github.tlsleak.apps.providers.tls;

import java.security.GeneralSecurityException;
import java.security.Provider;
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
}
