package shop;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;

class PriceTest {

    @Test
    void asksForThePrice() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket socket =
                        SSLSocketFactory.getDefault()
                                .createSocket(server.getInetAddress(), server.getLocalPort())) {
            socket.setSoTimeout(1_000);
        }
    }
}
