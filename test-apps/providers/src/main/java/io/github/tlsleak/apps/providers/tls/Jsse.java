package io.github.tlsleak.apps.providers.tls;

import io.github.tlsleak.apps.support.Keys;
import io.github.tlsleak.apps.support.TrustsNobody;
import java.security.GeneralSecurityException;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;

/** A provider that is reached through {@link SSLContext}. */
abstract class Jsse implements TlsProvider {

    private SSLContext trusting;
    private SSLContext rejecting;

    /** A context of this provider, not initialised. */
    abstract SSLContext newContext() throws GeneralSecurityException;

    /** The key of servers, in a form that this provider can use. */
    KeyManagerFactory keys() throws GeneralSecurityException {
        return Keys.keys();
    }

    /** A client socket factory, set up as this provider's users do it. */
    SSLSocketFactory factory(SSLSocketFactory sockets) {
        return sockets;
    }

    /** A server socket factory, set up as this provider's users do it. */
    SSLServerSocketFactory factory(SSLServerSocketFactory sockets) {
        return sockets;
    }

    @Override
    public SSLSocketFactory sockets(boolean trusts) {
        return factory(context(trusts).getSocketFactory());
    }

    @Override
    public SSLEngine engine(boolean trusts, String host, int port) {
        return context(trusts).createSSLEngine(host, port);
    }

    @Override
    public SSLContext context() throws GeneralSecurityException {
        SSLContext context = newContext();
        context.init(null, Keys.trust().getTrustManagers(), null);
        return context;
    }

    @Override
    public SSLServerSocketFactory serverSockets() {
        return factory(context(true).getServerSocketFactory());
    }

    @Override
    public SSLEngine serverEngine() {
        return context(true).createSSLEngine();
    }

    private synchronized SSLContext context(boolean trusts) {
        try {
            if (trusting == null) {
                trusting = newContext();
                trusting.init(keys().getKeyManagers(), Keys.trust().getTrustManagers(), null);
                rejecting = newContext();
                rejecting.init(null, new TrustManager[] {new TrustsNobody()}, null);
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        return trusts ? trusting : rejecting;
    }
}
