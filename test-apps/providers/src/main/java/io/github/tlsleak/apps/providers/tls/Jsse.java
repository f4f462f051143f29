package io.github.tlsleak.apps.providers.tls;

import io.github.tlsleak.apps.support.App;
import io.github.tlsleak.apps.support.TrustsNobody;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;

/** A provider that is reached through {@link SSLContext}. */
abstract class Jsse implements TlsProvider {

    private SSLContext trusting;
    private SSLContext rejecting;

    /** A context of this provider, not initialised. */
    abstract SSLContext newContext() throws GeneralSecurityException;

    /** A factory as this provider's users set it up. */
    SSLSocketFactory factory(SSLContext context) {
        return context.getSocketFactory();
    }

    @Override
    public SSLSocketFactory sockets(boolean trusts) {
        return factory(context(trusts));
    }

    @Override
    public SSLEngine engine(boolean trusts, String host, int port) {
        return context(trusts).createSSLEngine(host, port);
    }

    private synchronized SSLContext context(boolean trusts) {
        try {
            if (trusting == null) {
                trusting = App.init(newContext());
                rejecting = newContext();
                rejecting.init(null, new TrustManager[] {new TrustsNobody()}, null);
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        return trusts ? trusting : rejecting;
    }
}
