package io.github.tlsleak.apps.jdk;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import io.github.tlsleak.apps.support.Stage;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLParameters;

/** An HttpsServer of the JDK that answers every request with ok. */
final class SmallServer {
    private final HttpsServer server;
    private final CountDownLatch answered = new CountDownLatch(1);

    SmallServer(Stage stage) throws IOException {
        server = HttpsServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setHttpsConfigurator(
                new HttpsConfigurator(stage.context()) {
                    @Override
                    public void configure(HttpsParameters parameters) {
                        SSLParameters ssl = getSSLContext().getDefaultSSLParameters();
                        ssl.setProtocols(stage.protocols());
                        parameters.setSSLParameters(ssl);
                    }
                });
        server.createContext("/", this::answer);
        server.start();
        stage.listening(server.getAddress().getPort());
    }

    private void answer(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 2);
        exchange.getResponseBody().write(new byte[] {'o', 'k'});
        exchange.close();
        answered.countDown();
    }

    /** Answers one request and gives the client time to end the connection. Then stops. */
    void serveAndStop() throws InterruptedException {
        if (!answered.await(20, TimeUnit.SECONDS)) {
            throw new IllegalStateException("no request came");
        }
        stopAfter(1_000);
    }

    /** For clients that never send a request. */
    void stopAfter(long millis) {
        Stage.sleep(millis);
        server.stop(0);
        Stage.awaitCollected();
    }
}
