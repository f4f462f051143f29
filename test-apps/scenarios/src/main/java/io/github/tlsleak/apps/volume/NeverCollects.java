package io.github.tlsleak.apps.volume;

import io.github.tlsleak.apps.support.EnginePair;
import io.github.tlsleak.apps.support.Stage;
import java.io.IOException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;

/** Drops an engine and then idles: nothing makes its JVM collect garbage. No peer. */
public final class NeverCollects {
    private NeverCollects() {}

    public static void main(String[] args) throws Exception {
        leak(Stage.of(args));
        Stage.done();
    }

    private static void leak(Stage stage) throws IOException {
        SSLContext context = stage.context();
        SSLEngine client = context.createSSLEngine("localhost", 4433);
        SSLEngine server = context.createSSLEngine();
        client.setEnabledProtocols(stage.protocols());
        new EnginePair(client, server).handshake();
        EnginePair.close(server);
    }
}
