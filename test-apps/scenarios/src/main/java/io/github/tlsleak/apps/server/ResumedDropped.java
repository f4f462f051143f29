package io.github.tlsleak.apps.server;

import io.github.tlsleak.apps.support.EngineLink;
import io.github.tlsleak.apps.support.EnginePair;
import io.github.tlsleak.apps.support.Stage;
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
 * One server on engines, which know no address, and one server on sockets. Each answers three
 * clients in turn and forgets its own side. The clients resume their session and close it.
 */
public final class ResumedDropped {
    private static final int TIMES = 3;

    private ResumedDropped() {}

    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        List<Reference<?>> dropped = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            dropped.add(engine(stage));
        }
        InetAddress local = InetAddress.getByName("127.0.0.1");
        try (SSLServerSocket server =
                (SSLServerSocket)
                        stage.context()
                                .getServerSocketFactory()
                                .createServerSocket(0, TIMES, local)) {
            for (int i = 0; i < TIMES; i++) {
                dropped.add(socket(stage, server));
            }
        }
        Stage.awaitCollected(dropped.toArray(new Reference<?>[0]));
        Stage.done();
    }

    private static Reference<?> engine(Stage stage) throws IOException {
        SSLEngine client = stage.context().createSSLEngine("localhost", 4433);
        SSLEngine server = stage.context().createSSLEngine();
        client.setEnabledProtocols(stage.protocols());
        server.setEnabledProtocols(stage.protocols());
        new EnginePair(client, server).handshake();
        EnginePair.close(client);
        return new WeakReference<>(server);
    }

    private static Reference<?> socket(Stage stage, SSLServerSocket server) throws Exception {
        Thread client = EngineLink.start(() -> call(stage, server.getLocalPort()), "client");
        SSLSocket socket = stage.pong(server.accept());
        client.join();
        return new WeakReference<>(socket);
    }

    private static void call(Stage stage, int port) {
        try (SSLSocket socket = stage.ping(stage.factory().createSocket("127.0.0.1", port))) {
            socket.getSession().getId();
        } catch (IOException e) {
            System.out.println("failed: " + e);
        }
    }
}
