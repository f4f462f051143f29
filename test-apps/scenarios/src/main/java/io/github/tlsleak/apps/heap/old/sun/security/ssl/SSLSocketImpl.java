package io.github.tlsleak.apps.heap.old.sun.security.ssl;

import io.github.tlsleak.apps.wrap.DelegatingSocket;
import java.net.Socket;

/** Has the fields of SunJSSE's socket before Java 8u261, as far as they are read. */
public final class SSLSocketImpl extends DelegatingSocket {

    final int connectionState;
    final Exception closeReason;
    final String host = "old.example.org";
    final boolean roleIsServer;
    final Socket self = this;
    final SSLSessionImpl sess = new SSLSessionImpl();

    public SSLSocketImpl(int connectionState, Exception closeReason) {
        super(null);
        this.connectionState = connectionState;
        this.closeReason = closeReason;
        this.roleIsServer = connectionState == 1;
    }
}
