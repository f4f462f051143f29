package io.github.tlsleak.apps.stress;

import io.github.tlsleak.apps.support.EngineLink;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

/**
 * Answers the first byte of each connection. Closes the connection in order after the client's end.
 */
final class Service {
    private static final int BACKLOG = 500;

    private final SSLServerSocket listener;

    Service(SSLContext context) throws IOException {
        InetAddress here = InetAddress.getByName("127.0.0.1");
        listener =
                (SSLServerSocket)
                        context.getServerSocketFactory().createServerSocket(0, BACKLOG, here);
        EngineLink.start(this::accept, "service");
    }

    int port() {
        return listener.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listener.accept();
                EngineLink.start(() -> serve(socket), "service-connection");
            }
        } catch (IOException e) {
            System.err.println("service ended: " + e);
        }
    }

    private static void serve(Socket accepted) {
        try (Socket socket = accepted) {
            InputStream in = socket.getInputStream();
            socket.getOutputStream().write(in.read());
            while (in.read() >= 0) {
                // the client has nothing more to say
            }
        } catch (IOException e) {
            // the client has gone, in one of many ways
        }
    }
}
