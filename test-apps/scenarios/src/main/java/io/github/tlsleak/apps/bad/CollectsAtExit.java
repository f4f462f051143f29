package io.github.tlsleak.apps.bad;

import io.github.tlsleak.apps.support.EnginePair;
import io.github.tlsleak.apps.support.Stage;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;

/**
 * Keeps 40 engines open and drops them one by one while the JVM is already shutting down. No peer.
 */
public final class CollectsAtExit {
    private static final int ENGINES = 40;

    private CollectsAtExit() {}

    public static void main(String[] args) throws IOException {
        Stage stage = Stage.of(args);
        SSLContext context = stage.context();
        Deque<SSLEngine> open = new ArrayDeque<>();
        while (open.size() < ENGINES) {
            open.add(handshake(stage, context));
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> drop(open)));
        System.out.println("DONE");
    }

    private static void drop(Deque<SSLEngine> open) {
        while (open.poll() != null) {
            System.gc();
        }
    }

    private static SSLEngine handshake(Stage stage, SSLContext context) throws IOException {
        SSLEngine client = context.createSSLEngine("localhost", 4433);
        SSLEngine server = context.createSSLEngine();
        client.setEnabledProtocols(stage.protocols());
        new EnginePair(client, server).handshake();
        EnginePair.close(server);
        return client;
    }
}
