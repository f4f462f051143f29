package com.acme;

import io.github.tlsleak.apps.support.EnginePair;
import io.github.tlsleak.apps.support.Keys;
import java.io.IOException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;

/** Opens TLS sessions with the server of the test that plays the samples. Thread-safe. */
final class Tls {

    private static final SSLContext CONTEXT = context();

    private Tls() {}

    private static SSLContext context() {
        try {
            return Keys.init(SSLContext.getInstance("TLS"));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static SSLContext shared() {
        return CONTEXT;
    }

    static int port() {
        return Integer.getInteger("samples.port");
    }

    /** A socket after its handshake. */
    static SSLSocket connect() throws IOException {
        SSLSocket socket = (SSLSocket) CONTEXT.getSocketFactory().createSocket("localhost", port());
        socket.startHandshake();
        return socket;
    }

    /** A client's engine after its handshake; the server's is closed in order. */
    static SSLEngine engine() throws IOException {
        SSLEngine client = CONTEXT.createSSLEngine("localhost", 443);
        SSLEngine server = CONTEXT.createSSLEngine();
        new EnginePair(client, server).handshake();
        EnginePair.close(server);
        return client;
    }
}
