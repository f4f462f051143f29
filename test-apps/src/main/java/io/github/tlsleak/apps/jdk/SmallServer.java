package io.github.tlsleak.apps.jdk;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import io.github.tlsleak.apps.support.App;
import java.io.IOException;
import java.net.InetSocketAddress;
import javax.net.ssl.SSLParameters;

/** An HttpsServer of the JDK that answers every request with ok. */
final class SmallServer {
    private final HttpsServer server;

    SmallServer(App app) throws IOException {
        server = HttpsServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setHttpsConfigurator(
                new HttpsConfigurator(app.context()) {
                    @Override
                    public void configure(HttpsParameters parameters) {
                        SSLParameters ssl = getSSLContext().getDefaultSSLParameters();
                        ssl.setProtocols(app.protocols());
                        parameters.setSSLParameters(ssl);
                    }
                });
        server.createContext("/", SmallServer::answer);
        server.start();
        app.listening(server.getAddress().getPort());
    }

    private static void answer(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 2);
        exchange.getResponseBody().write(new byte[] {'o', 'k'});
        exchange.close();
    }

    /** Lets the client of the test have its time, then stops the server. */
    void serveAndStop() {
        App.sleep(1_500);
        server.stop(0);
        App.awaitCollected();
    }
}
