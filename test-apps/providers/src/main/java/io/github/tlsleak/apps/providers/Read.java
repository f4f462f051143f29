package io.github.tlsleak.apps.providers;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLSocket;

/** Reads that several situations share. */
public final class Read {

    private Read() {}

    /** Sends ping and reads pong. The handshake happens in the first of them. */
    public static void ping(SSLSocket ssl) throws IOException {
        ssl.getOutputStream().write("ping".getBytes(StandardCharsets.US_ASCII));
        ssl.getOutputStream().flush();
        new DataInputStream(ssl.getInputStream()).readFully(new byte[4]);
    }

    /** Reads to the end of the stream, whether or not a close_notify comes. */
    public static void toEnd(SSLSocket ssl) {
        try {
            while (ssl.getInputStream().read() >= 0) {
                continue;
            }
        } catch (IOException e) {
            // some providers report an end without close_notify by an exception
        }
    }

    /** Reads until the exception that reports the peer's reset. */
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
