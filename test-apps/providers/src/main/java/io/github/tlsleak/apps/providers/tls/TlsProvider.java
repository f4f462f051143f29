package io.github.tlsleak.apps.providers.tls;

import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSocketFactory;

/** The source of sockets and engines. */
public interface TlsProvider {

    /**
     * The factory of sockets, if the provider has sockets.
     *
     * @param trusting whether they accept the peer's certificate
     * @return the same factory every time
     */
    SSLSocketFactory sockets(boolean trusting);

    /**
     * A new engine, if the provider has engines.
     *
     * @param trusting whether it accepts the peer's certificate
     * @param host the peer
     * @param port the peer's port
     * @return an engine; in the client's role if the provider needs the role at creation
     */
    SSLEngine engine(boolean trusting, String host, int port);

    /** A context of the provider's own that nobody else uses, if the provider has contexts. */
    default SSLContext context() throws GeneralSecurityException {
        throw new UnsupportedOperationException("no SSLContext");
    }

    /** The factory of listening sockets, if the provider has them. */
    SSLServerSocketFactory serverSockets();

    /** A new engine for the server's role, if the provider has such engines. */
    SSLEngine serverEngine();

    /**
     * Sets the only TLS version.
     *
     * @param engine one of this provider's
     * @param protocols the version
     */
    default void restrict(SSLEngine engine, String... protocols) {
        engine.setEnabledProtocols(protocols);
    }

    /**
     * Called when the program no longer needs an engine. A provider that counts references releases
     * it.
     *
     * @param engine one of this provider's
     */
    default void release(SSLEngine engine) {}
}
