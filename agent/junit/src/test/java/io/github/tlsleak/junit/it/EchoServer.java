package io.github.tlsleak.junit.it;

import io.github.tlsleak.apps.support.Keys;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/** The server of all samples: it ends no connection before the client does. Thread-safe. */
final class EchoServer {

    private static final EchoServer ONE = start();

    private final SSLServerSocket server;
    private final Set<SSLSocket> clients = ConcurrentHashMap.newKeySet();

    private EchoServer(SSLServerSocket server) {
        this.server = server;
    }

    static int port() {
        return ONE.server.getLocalPort();
    }

    private static EchoServer start() {
        try {
            SSLContext context = Keys.init(SSLContext.getInstance("TLS"));
            EchoServer one =
                    new EchoServer(
                            (SSLServerSocket)
                                    context.getServerSocketFactory().createServerSocket(0, 500));
            daemon(one::accept);
            return one;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "echo");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (true) {
            try {
                SSLSocket client = (SSLSocket) server.accept();
                clients.add(client);
                daemon(() -> answer(client));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private void answer(SSLSocket client) {
        try (client) {
            byte[] buffer = new byte[1000];
            for (int n; (n = client.getInputStream().read(buffer)) >= 0; ) {
                client.getOutputStream().write(buffer, 0, n);
            }
        } catch (IOException e) {
            // the client has gone without a word, as some samples do
            return;
        } finally {
            clients.remove(client);
        }
    }
}
