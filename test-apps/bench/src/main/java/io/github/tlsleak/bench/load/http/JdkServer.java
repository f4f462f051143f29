package io.github.tlsleak.bench.load.http;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.github.tlsleak.bench.load.Tls;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** The JDK's HTTPS server. It speaks HTTP/1.1. */
final class JdkServer implements LoopbackServer {

    @Override
    public int start(String protocol) throws IOException {
        // otherwise the server's answers wait for an acknowledgement
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.setProperty("sun.net.httpserver.maxIdleConnections", "10000");
        System.setProperty("sun.net.httpserver.idleInterval", "86400");
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
