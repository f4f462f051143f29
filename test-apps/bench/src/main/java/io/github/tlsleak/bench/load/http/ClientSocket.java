package io.github.tlsleak.bench.load.http;

import io.github.tlsleak.bench.load.Tls;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** A blocking TLS connection to the loopback, and what was read from it. Not thread-safe. */
final class ClientSocket implements Closeable {
    private final SSLSocket socket;
    private final InputStream in;

    /** What was read and not consumed: from {@link #start} to {@link #end}. */
    final byte[] buffer = new byte[32_768];

    int start;
    int end;

    /**
     * Connects.
     *
     * @param port on the loopback
     * @param protocols for ALPN; none for no ALPN
     */
    ClientSocket(int port, String... protocols) throws IOException {
        socket =
                (SSLSocket)
                        Tls.context()
                                .getSocketFactory()
                                .createSocket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        if (protocols.length > 0) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setApplicationProtocols(protocols);
            socket.setSSLParameters(parameters);
        }
        in = socket.getInputStream();
    }

    void write(byte[] data) throws IOException {
        socket.getOutputStream().write(data);
    }

    /** Reads until so many bytes are there that were not consumed. */
    void require(int length) throws IOException {
        if (start == end) {
            start = 0;
            end = 0;
        } else if (start + length > buffer.length) {
            System.arraycopy(buffer, start, buffer, 0, end - start);
            end -= start;
            start = 0;
        }
        while (end - start < length) {
            int n = in.read(buffer, end, buffer.length - end);
            if (n < 0) {
                throw new EOFException("the server closed early");
            }
            end += n;
        }
    }

    /** Consumes what is there up to the end of a text, and reads more until it comes. */
    void skipPast(byte[] text) throws IOException {
        require(text.length);
        while (!startsWith(text)) {
            start++;
            require(text.length);
        }
        start += text.length;
    }

    /** Whether what is there begins with a text. */
    boolean startsWith(byte[] text) {
        for (int i = 0; i < text.length; i++) {
            if (buffer[start + i] != text[i]) {
                return false;
            }
        }
        return true;
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
