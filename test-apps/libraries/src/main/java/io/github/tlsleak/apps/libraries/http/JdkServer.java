package io.github.tlsleak.apps.libraries.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The JDK's own server. */
public final class JdkServer extends HttpServerLibrary {

    @Override
    protected boolean speaksHttp2() {
        return false;
    }

    @Override
    protected Running start(Wanted wanted) throws Exception {
        HttpsServer server = HttpsServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        ExecutorService threads = Executors.newCachedThreadPool();
        server.setHttpsConfigurator(new HttpsConfigurator(wanted.stage.context(true)));
        server.createContext("/", JdkServer::answer);
        server.setExecutor(threads);
        server.start();
        return new Running() {

            @Override
            public int port() {
                return server.getAddress().getPort();
            }

            @Override
            public void stop() {
                server.stop(1);
                threads.shutdown();
            }
        };
    }

    private static void answer(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, ok().length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(ok());
        }
    }
}
