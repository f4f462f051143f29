package io.github.tlsleak.apps.server;

import io.github.tlsleak.apps.support.App;
import io.github.tlsleak.apps.support.EngineLink;
import io.github.tlsleak.apps.support.EnginePair;
import java.io.IOException;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/**
 * A server on engines, which know no address, and one on sockets; each answers three clients in
 * turn, which resume their session and close it, and forgets its own side.
 */
public final class ResumedDropped {
    private static final int TIMES = 3;

    private ResumedDropped() {}

    public static void main(String[] args) throws Exception {
        App app = App.of(args);
        List<Reference<?>> dropped = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            dropped.add(engine(app));
        }
        InetAddress local = InetAddress.getByName("127.0.0.1");
        try (SSLServerSocket server =
                (SSLServerSocket)
                        app.context()
                                .getServerSocketFactory()
                                .createServerSocket(0, TIMES, local)) {
            for (int i = 0; i < TIMES; i++) {
                dropped.add(socket(app, server));
            }
        }
        App.awaitCollected(dropped.toArray(new Reference<?>[0]));
        App.done();
    }

    private static Reference<?> engine(App app) throws IOException {
        SSLEngine client = app.context().createSSLEngine("localhost", 4433);
        SSLEngine server = app.context().createSSLEngine();
        client.setEnabledProtocols(app.protocols());
        server.setEnabledProtocols(app.protocols());
        new EnginePair(client, server).handshake();
        EnginePair.close(client);
        return new WeakReference<>(server);
    }

    private static Reference<?> socket(App app, SSLServerSocket server) throws Exception {
        Thread client = EngineLink.start(() -> call(app, server.getLocalPort()), "client");
        SSLSocket socket = app.pong(server.accept());
        client.join();
        return new WeakReference<>(socket);
    }

    private static void call(App app, int port) {
        try (SSLSocket socket = app.ping(app.factory().createSocket("127.0.0.1", port))) {
            socket.getSession().getId();
        } catch (IOException e) {
            System.out.println("failed: " + e);
        }
    }
}
