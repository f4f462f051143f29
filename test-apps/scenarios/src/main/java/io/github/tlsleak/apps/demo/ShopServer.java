package io.github.tlsleak.apps.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLContext;

/** Takes orders and answers with prices. Every second article is sold out. */
final class ShopServer implements AutoCloseable {
    private final HttpsServer server;

    ShopServer(SSLContext context) throws IOException {
        server = HttpsServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/order/", ShopServer::order);
        server.createContext("/prices", exchange -> answer(exchange, 200, "tea 4, coffee 5"));
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    private static void order(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        int article = Integer.parseInt(path.substring(path.lastIndexOf('/') + 1));
        if (article % 2 == 0) {
            answer(exchange, 409, "sold out");
        } else {
            answer(exchange, 200, "ordered");
        }
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.US_ASCII);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
