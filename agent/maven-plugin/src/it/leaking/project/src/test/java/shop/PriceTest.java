package shop;

import java.net.InetAddress;
import java.net.ServerSocket;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;

class PriceTest {

    @Test
    void asksForThePrice() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            SSLSocketFactory.getDefault()
                    .createSocket(server.getInetAddress(), server.getLocalPort());
        }
    }
}
