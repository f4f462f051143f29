package com.acme;

import io.github.tlsleak.junit.NoTlsLeaks;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A server for all tests: what its thread forgets is charged to the test that it works for. */
@NoTlsLeaks
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ServerTest {

    private static final Semaphore SERVED = new Semaphore(0);
    private static SSLServerSocket server;
    private static volatile boolean closing;

    @BeforeAll
    static void start() throws Exception {
        server = (SSLServerSocket) Tls.shared().getServerSocketFactory().createServerSocket(0);
        Thread thread = new Thread(ServerTest::serve, "server");
        thread.setDaemon(true);
        thread.start();
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    private static void serve() {
        try {
            while (true) {
                answer();
                SERVED.release();
            }
        } catch (IOException e) {
            // the server was closed
            return;
        }
    }

    private static void answer() throws IOException {
        SSLSocket socket = (SSLSocket) server.accept();
        socket.startHandshake();
        if (closing) {
            socket.close();
        }
    }

    private static void request() throws Exception {
        try (SSLSocket socket =
                (SSLSocket)
                        Tls.shared()
                                .getSocketFactory()
                                .createSocket("localhost", server.getLocalPort())) {
            socket.startHandshake();
            SERVED.acquire();
        }
    }

    @Test
    @Order(1)
    void serverCloses() throws Exception {
        closing = true;
        request();
    }

    @Test
    @Order(2)
    void serverForgets() throws Exception {
        closing = false;
        request();
    }
}
