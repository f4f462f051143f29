package io.github.tlsleak.apps.volume;

import io.github.tlsleak.apps.support.EnginePair;
import io.github.tlsleak.apps.support.Stage;
import java.io.IOException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;

/**
 * Drops an engine, keeps another open, and ends before a garbage collection. The fourth argument
 * says how: return, exit, halt, or wait for a signal. No peer.
 */
public final class EndsEarly {

    private static SSLEngine kept;

    private EndsEarly() {}

    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        drop(stage);
        kept = open(stage);
        end(args[3]);
    }

    private static void end(String how) throws InterruptedException {
        switch (how) {
            case "exit":
                System.exit(7);
                break;
            case "halt":
                Runtime.getRuntime().halt(7);
                break;
            case "wait":
                System.out.println("waits");
                Thread.sleep(60_000);
                break;
            default:
                break;
        }
    }

    private static void drop(Stage stage) throws IOException {
        open(stage).getSession();
    }

    private static SSLEngine open(Stage stage) throws IOException {
        SSLContext context = stage.context();
        SSLEngine client = context.createSSLEngine("localhost", 4433);
        SSLEngine server = context.createSSLEngine();
        client.setEnabledProtocols(stage.protocols());
        new EnginePair(client, server).handshake();
        EnginePair.close(server);
        return client;
    }
}
