package io.github.tlsleak.apps.attach;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import javax.net.ssl.SSLSocket;

/**
 * A client socket to {@link Service}. The program gets the streams once, when the socket is opened.
 * So an agent that comes later sees only reads and writes.
 */
final class SocketTalk implements Talk {
    private final SSLSocket socket;
    private final DataInputStream in;
    private final OutputStream out;

    SocketTalk(SSLSocket socket) throws IOException {
        this.socket = socket;
        socket.startHandshake();
        in = new DataInputStream(socket.getInputStream());
        out = socket.getOutputStream();
        exchange();
    }

    @Override
    public void exchange() throws IOException {
        out.write(Service.PING);
        out.flush();
        in.readFully(new byte[Service.PING.length]);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    @Override
    public Object held() {
        return socket;
    }
}
