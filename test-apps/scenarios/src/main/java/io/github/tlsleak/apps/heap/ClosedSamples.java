package io.github.tlsleak.apps.heap;

import io.github.tlsleak.apps.support.Keys;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;

/** Holds sockets that are closed in order, their sessions, and a cache whose entries expired. */
public final class ClosedSamples {

    static final List<SSLSocket> CLOSED = new ArrayList<>();
    static final List<SSLSession> SESSIONS = new ArrayList<>();
    static SSLContext context;

    private ClosedSamples() {}

    public static void main(String[] args) throws Exception {
        context = Keys.init(SSLContext.getInstance("TLS"));
        context.getClientSessionContext().setSessionTimeout(1);
        InetAddress local = InetAddress.getByName("127.0.0.1");
        try (SSLServerSocket server =
                (SSLServerSocket)
                        context.getServerSocketFactory().createServerSocket(0, 5, local)) {
            for (int i = 0; i < 3; i++) {
                connect(server, local);
            }
        }
        Thread.sleep(1_200);
        HeapDumper.live(args[0]);
        Runtime.getRuntime().halt(0);
    }

    private static void connect(SSLServerSocket server, InetAddress local) throws Exception {
        SSLSocket client =
                (SSLSocket) context.getSocketFactory().createSocket(local, server.getLocalPort());
        SSLSocket accepted = (SSLSocket) server.accept();
        Thread answer =
                new Thread(
                        () -> {
                            try {
                                accepted.getOutputStream().write(1);
                            } catch (java.io.IOException e) {
                                throw new IllegalStateException(e);
                            }
                        });
        answer.start();
        client.getInputStream().read();
        answer.join();
        SESSIONS.add(client.getSession());
        client.close();
        accepted.close();
        CLOSED.add(client);
        CLOSED.add(accepted);
    }
}
