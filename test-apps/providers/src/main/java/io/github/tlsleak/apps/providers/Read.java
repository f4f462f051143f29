package io.github.tlsleak.apps.providers;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLSocket;

/** What several situations read. */
public final class Read {

    private Read() {}

    /** Sends ping, reads pong; makes the handshake on the way. */
    public static void ping(SSLSocket ssl) throws IOException {
        ssl.getOutputStream().write("ping".getBytes(StandardCharsets.US_ASCII));
        ssl.getOutputStream().flush();
        new DataInputStream(ssl.getInputStream()).readFully(new byte[4]);
    }

    /** To the end of the stream, whatever it is like. */
    public static void toEnd(SSLSocket ssl) {
        try {
            while (ssl.getInputStream().read() >= 0) {
                continue;
            }
        } catch (IOException e) {
            // some providers tell an end without close_notify so
        }
    }

    /** To the exception that tells of the peer's reset. */
    public static void toReset(SSLSocket ssl) {
        try {
            while (ssl.getInputStream().read() >= 0) {
                continue;
            }
        } catch (IOException e) {
            return;
        }
        throw new IllegalStateException("the peer must reset");
    }
}
