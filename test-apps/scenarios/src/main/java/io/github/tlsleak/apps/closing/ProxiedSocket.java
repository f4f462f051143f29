package io.github.tlsleak.apps.closing;

import io.github.tlsleak.apps.wrap.DelegatingSocket;
import java.io.IOException;
import java.net.Socket;
import javax.net.ssl.SSLSocket;

/** A socket through a proxy. It closes the connection to the proxy itself. */
final class ProxiedSocket extends DelegatingSocket {
    private final Socket proxy;
    private final boolean rawFirst;

    ProxiedSocket(SSLSocket delegate, Socket proxy, boolean rawFirst) {
        super(delegate);
        this.proxy = proxy;
        this.rawFirst = rawFirst;
    }

    @Override
    public synchronized void close() throws IOException {
        if (rawFirst) {
            proxy.close();
        }
        super.close();
        proxy.close();
    }
}
