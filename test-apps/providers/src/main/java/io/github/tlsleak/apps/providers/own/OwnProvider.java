package io.github.tlsleak.apps.providers.own;

import io.github.tlsleak.apps.providers.tls.TlsProvider;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSocketFactory;

/**
 * A provider that the agent does not know. Its sockets, engines and factories are all classes of
 * its own.
 */
public final class OwnProvider implements TlsProvider {

    private final SSLSocketFactory trusting = new OwnSockets(true);
    private final SSLSocketFactory rejecting = new OwnSockets(false);

    @Override
    public SSLSocketFactory sockets(boolean trusts) {
        return trusts ? trusting : rejecting;
    }

    @Override
    public SSLEngine engine(boolean trusts, String host, int port) {
        return new OwnEngine(trusts);
    }

    @Override
    public SSLServerSocketFactory serverSockets() {
        return new OwnServerSockets();
    }

    @Override
    public SSLEngine serverEngine() {
        return new OwnEngine(true);
    }
}
