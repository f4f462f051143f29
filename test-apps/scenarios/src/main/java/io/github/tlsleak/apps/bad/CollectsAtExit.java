package io.github.tlsleak.apps.bad;

import io.github.tlsleak.apps.support.App;
import io.github.tlsleak.apps.support.EnginePair;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;

/** Keeps 40 engines open and drops them one by one while the JVM already shuts down. No peer. */
public final class CollectsAtExit {
    private static final int ENGINES = 40;

    private CollectsAtExit() {}

    public static void main(String[] args) throws IOException {
        App app = App.of(args);
        SSLContext context = app.context();
        Deque<SSLEngine> open = new ArrayDeque<>();
        while (open.size() < ENGINES) {
            open.add(handshake(app, context));
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> drop(open)));
        System.out.println("DONE");
    }

    private static void drop(Deque<SSLEngine> open) {
        while (open.poll() != null) {
            System.gc();
        }
    }

    private static SSLEngine handshake(App app, SSLContext context) throws IOException {
        SSLEngine client = context.createSSLEngine("localhost", 4433);
        SSLEngine server = context.createSSLEngine();
        client.setEnabledProtocols(app.protocols());
        new EnginePair(client, server).handshake();
        EnginePair.close(server);
        return client;
    }
}
