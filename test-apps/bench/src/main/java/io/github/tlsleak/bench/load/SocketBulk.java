package io.github.tlsleak.bench.load;

import io.github.tlsleak.bench.load.meter.Meter;
import java.io.OutputStream;
import java.net.InetAddress;
import javax.net.ssl.SSLSocket;

/** {@code WARMUP MEASURE VERSION}: records of 16 KB through one socket on the loopback. */
public final class SocketBulk {
    private static final int RECORD = 16_384;

    private SocketBulk() {}

    public static void main(String[] args) throws Exception {
        SocketServer server = new SocketServer(args[2], 1);
        try (SSLSocket socket =
                (SSLSocket)
                        Tls.context()
                                .getSocketFactory()
                                .createSocket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setEnabledProtocols(Tls.protocols(args[2]));
            OutputStream out = socket.getOutputStream();
            byte[] data = new byte[RECORD];
            Meter.run(
                    args[0],
                    args[1],
                    () -> {
                        for (int i = 0; i < 50; i++) {
                            out.write(data);
                        }
                        return 50;
                    });
        }
    }
}
