package io.github.tlsleak.apps.providers.own;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.ssl.SSLSocketFactory;

/** Makes {@link OwnSocket}s. */
final class OwnSockets extends SSLSocketFactory {

    private final boolean trusting;

    OwnSockets(boolean trusting) {
        this.trusting = trusting;
    }

    @Override
    public Socket createSocket(Socket below, String host, int port, boolean autoClose) {
        return new OwnSocket(below, autoClose, trusting);
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return createSocket(new Socket(host, port), host, port, true);
    }

    @Override
    public Socket createSocket(InetAddress address, int port) throws IOException {
        return createSocket(new Socket(address, port), address.getHostName(), port, true);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort)
            throws IOException {
        return createSocket(new Socket(host, port, local, localPort), host, port, true);
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress local, int localPort)
            throws IOException {
        return createSocket(address.getHostName(), port, local, localPort);
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return new String[0];
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return new String[0];
    }
}
