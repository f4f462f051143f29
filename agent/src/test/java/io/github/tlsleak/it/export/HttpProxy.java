package io.github.tlsleak.it.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A proxy in the JVM of the test. Whatever host it is asked for, it leads to one port of this
 * machine. It keeps the first line of each connection. Thread-safe.
 */
final class HttpProxy implements AutoCloseable {

    /** Lets nobody through. */
    static final int REFUSES = 0;

    private static final String PASSWORD =
            "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"x\"\r\n"
                    + "Content-Length: 0\r\nConnection: close\r\n\r\n";

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final int to;

    /**
     * @param to the port of the collector, or {@link #REFUSES}
     */
    HttpProxy(int to) throws IOException {
        this.to = to;
        threads.execute(this::accept);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                open.add(client);
                threads.execute(() -> serve(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            InputStream in = client.getInputStream();
            byte[] head = head(in);
            String first = new String(head, StandardCharsets.US_ASCII).split("\r\n", 2)[0];
            asked.add(first);
            if (to == REFUSES) {
                client.getOutputStream().write(PASSWORD.getBytes(StandardCharsets.US_ASCII));
                in.transferTo(OutputStream.nullOutputStream());
                return;
            }
            tunnel(client, first.startsWith("CONNECT ") ? null : head);
        } catch (IOException e) {
            // the client went away
        }
    }

    private void tunnel(Socket client, byte[] head) throws IOException {
        try (Socket collector = new Socket(InetAddress.getLoopbackAddress(), to)) {
            open.add(collector);
            if (head == null) {
                client.getOutputStream()
                        .write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            } else {
                collector.getOutputStream().write(head);
            }
            threads.execute(() -> pump(collector, client));
            client.getInputStream().transferTo(collector.getOutputStream());
        }
    }

    private static void pump(Socket from, Socket to) {
        try (to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // one of them went away
        }
    }

    private static byte[] head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("no request");
            }
            head.write(next);
        }
        return head.toByteArray();
    }

    int port() {
        return server.getLocalPort();
    }

    /** What clients asked for: the first line of each connection. */
    List<String> asked() {
        return asked;
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket one : open) {
            one.close();
        }
        threads.shutdownNow();
    }
}
