package io.github.tlsleak.apps.providers.tls;

import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSocketFactory;
import org.conscrypt.Conscrypt;

/** Conscrypt's sockets that work on the descriptor itself. Newer releases have no such sockets. */
public final class ConscryptDescriptor extends Jsse {

    @Override
    SSLContext newContext() throws GeneralSecurityException {
        return SSLContext.getInstance("TLS", Conscrypt.newProvider());
    }

    @Override
    SSLSocketFactory factory(SSLSocketFactory sockets) {
        Conscrypt.setUseEngineSocket(sockets, false);
        return sockets;
    }

    @Override
    SSLServerSocketFactory factory(SSLServerSocketFactory sockets) {
        Conscrypt.setUseEngineSocket(sockets, false);
        return sockets;
    }
}
