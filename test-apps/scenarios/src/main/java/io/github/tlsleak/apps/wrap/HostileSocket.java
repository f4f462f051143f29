package io.github.tlsleak.apps.wrap;

import javax.net.ssl.SSLSocket;

/** Throws from every method that a careless map or log line would call. */
final class HostileSocket extends DelegatingSocket {
    HostileSocket(SSLSocket delegate) {
        super(delegate);
    }

    @Override
    public boolean equals(Object other) {
        throw new UnsupportedOperationException("equals");
    }

    @Override
    public int hashCode() {
        throw new UnsupportedOperationException("hashCode");
    }

    @Override
    public String toString() {
        throw new UnsupportedOperationException("toString");
    }
}
