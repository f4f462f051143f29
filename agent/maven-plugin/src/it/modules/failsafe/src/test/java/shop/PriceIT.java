package shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import java.net.ServerSocket;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;

class PriceIT {

    @Test
    void asksForThePrice() throws Exception {
        assertEquals("käse shop", System.getProperty("shop.name"));
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            SSLSocketFactory.getDefault()
                    .createSocket(server.getInetAddress(), server.getLocalPort());
        }
    }
}
