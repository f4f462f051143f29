package io.github.tlsleak.apps.volume;

import io.github.tlsleak.apps.support.App;
import io.github.tlsleak.apps.support.EnginePair;
import java.io.IOException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;

/** Drops an engine and then idles: nothing makes its JVM collect garbage. No peer. */
public final class NeverCollects {
    private NeverCollects() {}

    public static void main(String[] args) throws Exception {
        leak(App.of(args));
        App.done();
    }

    private static void leak(App app) throws IOException {
        SSLContext context = app.context();
        SSLEngine client = context.createSSLEngine("localhost", 4433);
        SSLEngine server = context.createSSLEngine();
        client.setEnabledProtocols(app.protocols());
        new EnginePair(client, server).handshake();
        EnginePair.close(server);
    }
}
