package io.github.tlsleak.bench.load;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** The JDK's HTTPS server; answers everything with {@code OK}. */
final class JdkServer {

    private JdkServer() {}

    /** Starts a server and returns its port. */
    static int start() throws IOException {
        // otherwise the server's answers wait for an acknowledgement
        System.setProperty("sun.net.httpserver.nodelay", "true");
        InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        HttpsServer server = HttpsServer.create(any, 200);
        server.setHttpsConfigurator(new HttpsConfigurator(Tls.context()));
        server.createContext(
                "/",
                exchange -> {
                    exchange.sendResponseHeaders(200, 2);
                    exchange.getResponseBody().write(new byte[] {'O', 'K'});
                    exchange.close();
                });
        server.start();
        return server.getAddress().getPort();
    }
}
