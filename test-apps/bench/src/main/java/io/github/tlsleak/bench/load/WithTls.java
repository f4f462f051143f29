package io.github.tlsleak.bench.load;

import io.github.tlsleak.apps.support.EnginePair;
import io.github.tlsleak.apps.support.Stage;
import java.io.IOException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;

/** A program that opens one TLS connection in memory, closes it and ends. */
public final class WithTls {

    private WithTls() {}

    public static void main(String[] args) throws IOException {
        SSLContext context = Stage.of(new String[] {"localhost", "0", "1.3"}).context();
        SSLEngine client = context.createSSLEngine("localhost", 443);
        SSLEngine server = context.createSSLEngine();
        new EnginePair(client, server).handshake();
        EnginePair.close(client);
        EnginePair.close(server);
        System.out.println("ok 1");
    }
}
