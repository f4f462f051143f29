package io.github.tlsleak.bench.load;

import io.github.tlsleak.bench.load.meter.Meter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import javax.net.ssl.SSLSocket;

/**
 * {@code WARMUP MEASURE VERSION full|resumed|leaky}: handshakes of sockets on the loopback, one
 * byte each way, close. With leaky, one socket in a hundred is dropped instead.
 */
public final class SocketHandshakes {
    private static final int NAMES = 1_000_000;

    private final String[] protocols;
    private final boolean resumed;
    private final boolean leaky;
    private final int port;
    private int count;

    private SocketHandshakes(String version, String mode) throws IOException {
        protocols = Tls.protocols(version);
        resumed = mode.equals("resumed");
        leaky = mode.equals("leaky");
        // dropped connections keep a thread of the server busy until they are finalized
        port = new SocketServer(version, leaky ? 64 : 1).port();
    }

    public static void main(String[] args) throws Exception {
        SocketHandshakes handshakes = new SocketHandshakes(args[2], args[3]);
        Meter.run(args[0], args[1], handshakes::once);
    }

    private long once() throws IOException {
        count++;
        // the name is the key of the client's session cache
        String name = resumed ? "bench" : "bench" + count % NAMES;
        byte[] loopback = {127, 0, 0, 1};
        SSLSocket socket = (SSLSocket) Tls.context().getSocketFactory().createSocket();
        socket.setEnabledProtocols(protocols);
        socket.connect(new InetSocketAddress(InetAddress.getByAddress(name, loopback), port));
        socket.setTcpNoDelay(true);
        socket.getOutputStream().write(1);
        if (socket.getInputStream().read() != 1) {
            throw new IOException("no answer");
        }
        if (!leaky || count % 100 != 0) {
            socket.close();
        } else {
            // on 19 and newer nothing ever closes the descriptor of a dropped socket
            socket.shutdownInput();
        }
        return 1;
    }
}
