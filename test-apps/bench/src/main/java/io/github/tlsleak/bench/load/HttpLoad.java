package io.github.tlsleak.bench.load;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLSocket;

/** {@code WARMUP MEASURE jdk|netty kept|closed}: requests to an HTTPS server on the loopback. */
public final class HttpLoad {
    private static final byte[] KEPT =
            "GET / HTTP/1.1\r\nHost: bench\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CLOSED =
            "GET / HTTP/1.1\r\nHost: bench\r\nConnection: close\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII);

    private final byte[] buffer = new byte[4096];
    private final int port;
    private final boolean kept;
    private SSLSocket socket;

    private HttpLoad(int port, boolean kept) {
        this.port = port;
        this.kept = kept;
    }

    public static void main(String[] args) throws Exception {
        int port = args[2].equals("netty") ? NettyServer.start() : JdkServer.start();
        HttpLoad load = new HttpLoad(port, args[3].equals("kept"));
        Meter.run(args[0], args[1], load::request);
        if (load.socket != null) {
            // a collection before the summary would find the connection open and report a leak
            load.socket.close();
        }
        System.exit(0);
    }

    private long request() throws IOException {
        if (socket == null) {
            socket =
                    (SSLSocket)
                            Tls.context()
                                    .getSocketFactory()
                                    .createSocket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
        }
        socket.getOutputStream().write(kept ? KEPT : CLOSED);
        answer(socket.getInputStream());
        if (!kept) {
            socket.close();
            socket = null;
        }
        return 1;
    }

    /** Reads up to the end of the body, which is {@code OK}. */
    private void answer(InputStream in) throws IOException {
        int length = 0;
        while (length < 2
                || buffer[length - 2] != 'O'
                || buffer[length - 1] != 'K'
                || length < 20) {
            int n = in.read(buffer, length, buffer.length - length);
            if (n < 0) {
                throw new IOException("the server closed early");
            }
            length += n;
        }
    }
}
