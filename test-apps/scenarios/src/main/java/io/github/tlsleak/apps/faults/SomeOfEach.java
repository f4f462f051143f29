package io.github.tlsleak.apps.faults;

import io.github.tlsleak.apps.support.EngineLink;
import io.github.tlsleak.apps.support.EnginePair;
import io.github.tlsleak.apps.support.Stage;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/**
 * Drops three engines and two sockets, and closes as many in order. Arguments: {@code TLS COLLECT};
 * if COLLECT is false, the program waits for no collection. It waits for the end of its input
 * before it ends, or it ends as a third argument says: {@code exit} or {@code halt}.
 */
public final class SomeOfEach {

    private SomeOfEach() {}

    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(new String[] {"127.0.0.1", "0", args[0]});
        List<WeakReference<?>> made = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            made.add(new WeakReference<>(engine(stage.context(), false)));
            made.add(new WeakReference<>(engine(stage.context(), true)));
        }
        SSLServerSocket server =
                (SSLServerSocket) stage.context().getServerSocketFactory().createServerSocket(0);
        for (int i = 0; i < 2; i++) {
            made.add(new WeakReference<>(socket(stage, server, false)));
            made.add(new WeakReference<>(socket(stage, server, true)));
        }
        server.close();
        if (Boolean.parseBoolean(args[1])) {
            Stage.awaitCollected(made.toArray(new WeakReference<?>[0]));
        }
        Stage.done();
        if (args.length > 2 && args[2].equals("exit")) {
            System.exit(0);
        } else if (args.length > 2) {
            Runtime.getRuntime().halt(0);
        }
    }

    private static SSLEngine engine(SSLContext context, boolean close) throws IOException {
        SSLEngine client = context.createSSLEngine("localhost", 4433);
        SSLEngine server = context.createSSLEngine();
        new EnginePair(client, server).handshake();
        EnginePair.close(server);
        if (close) {
            EnginePair.close(client);
        }
        return client;
    }

    private static SSLSocket socket(Stage stage, SSLServerSocket server, boolean close)
            throws IOException {
        Thread serving = EngineLink.start(() -> serve(stage, server), "server");
        InetAddress here = InetAddress.getLoopbackAddress();
        SSLSocket client = stage.ping(stage.factory().createSocket(here, server.getLocalPort()));
        if (close) {
            client.close();
        }
        EngineLink.join(serving);
        return client;
    }

    /** Closes first: nothing may wait for a client that is dropped. */
    private static void serve(Stage stage, SSLServerSocket server) {
        try (Socket socket = server.accept()) {
            stage.pong(socket);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
