package io.github.tlsleak.apps.providers.own;

import io.github.tlsleak.apps.wrap.DelegatingSocket;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import javax.net.ssl.SSLSession;
import org.bouncycastle.tls.TlsProtocol;

/**
 * A socket of a provider that the agent does not know. It is always layered over another socket.
 * Its first read or write makes the handshake. It closes its transport as soon as the peer has
 * closed.
 */
final class OwnSocket extends DelegatingSocket {

    private final Socket below;
    private final boolean autoClose;
    private final Object lock = new Object();
    private OwnRole role;
    private volatile TlsProtocol protocol;

    OwnSocket(Socket below, boolean autoClose, boolean trusting) {
        super(null);
        this.below = below;
        this.autoClose = autoClose;
        this.role = new OwnClient(trusting);
    }

    @Override
    public void setEnabledProtocols(String[] protocols) {
        role.restrict(protocols);
    }

    @Override
    public void setUseClientMode(boolean mode) {
        if (!mode) {
            role = new OwnServer();
        }
    }

    @Override
    public boolean getUseClientMode() {
        return role.isClient();
    }

    @Override
    public SSLSession getSession() {
        return role.session();
    }

    @Override
    public void startHandshake() throws IOException {
        up();
    }

    private TlsProtocol up() throws IOException {
        synchronized (lock) {
            if (protocol == null) {
                protocol =
                        role.start(
                                below.getInputStream(), below.getOutputStream(), this::closeBelow);
            }
            return protocol;
        }
    }

    @Override
    public InputStream getInputStream() {
        return new Input();
    }

    @Override
    public OutputStream getOutputStream() {
        return new Output();
    }

    @Override
    public void close() throws IOException {
        if (protocol != null) {
            protocol.close();
        }
        closeBelow();
    }

    private void closeBelow() throws IOException {
        if (autoClose) {
            below.close();
        }
    }

    private final class Input extends InputStream {

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return up().readApplicationData(bytes, offset, length);
        }
    }

    private final class Output extends OutputStream {

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            up().writeApplicationData(bytes, offset, length);
        }
    }
}
