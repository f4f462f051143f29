package io.github.tlsleak.apps.providers.tls;

import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSocketFactory;

/** Where sockets and engines come from. */
public interface TlsProvider {

    /**
     * Sockets, if the provider has them.
     *
     * @param trusting whether they accept the peer's certificate
     * @return the same factory every time
     */
    SSLSocketFactory sockets(boolean trusting);

    /**
     * A new engine, if the provider has them.
     *
     * @param trusting whether it accepts the peer's certificate
     * @param host the peer
     * @param port the peer's port
     * @return an engine, in the client's role where that has to be told before
     */
    SSLEngine engine(boolean trusting, String host, int port);

    /** Listening sockets, if the provider has them. */
    SSLServerSocketFactory serverSockets();

    /** A new engine that can be told to be a server, if the provider has them. */
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
     * The program needs an engine no more; a provider that counts references is told so.
     *
     * @param engine one of this provider's
     */
    default void release(SSLEngine engine) {}
}
