package io.github.tlsleak.it.peer;

import java.io.IOException;
import java.net.Socket;
import java.util.Locale;
import javax.net.ssl.SSLException;

/** Ping and pong, or requests and answers of HTTP/1.1 with the body {@code ok}. */
final class PeerText implements PeerTalk {

    private static final long SLOW_MILLIS = 1_000;
    private static final String LAST = "Connection: close\r\n";

    private final boolean http;
    private final int times;
    private final long waitMillis;

    private PeerText(boolean http, int times, long waitMillis) {
        this.http = http;
        this.times = times;
        this.waitMillis = waitMillis;
    }

    /** Four letters each way. */
    static PeerText ping() {
        return new PeerText(false, 1, 0);
    }

    /** As {@link #ping}, and the handshake waits for some time. */
    static PeerText slow() {
        return new PeerText(false, 1, SLOW_MILLIS);
    }

    /** HTTP/1.1. A client sends that many requests. */
    static PeerText http(int times) {
        return new PeerText(true, times, 0);
    }

    @Override
    public void before(Socket plain, boolean client) {
        Peer.sleep(waitMillis);
    }

    @Override
    public void exchange(PeerTls tls, boolean client, boolean last) throws IOException {
        for (int i = 1; i <= (client ? times : 1); i++) {
            boolean end = last && (i == times || !client);
            if (client) {
                tls.write(request(end));
                read(tls, true);
            } else {
                tls.write(response(end || asksToClose(read(tls, false))));
            }
        }
    }

    @Override
    public void ask(PeerTls tls, boolean client) throws IOException {
        if (client) {
            tls.write(request(false));
        } else {
            read(tls, false);
        }
    }

    @Override
    public void more(PeerTls tls, String data) throws IOException {
        if (http && isWhole(data, false)) {
            tls.write(response(asksToClose(data)));
        }
    }

    private static boolean asksToClose(String request) {
        return request.toLowerCase(Locale.ROOT).contains("\r\nconnection: close");
    }

    private String read(PeerTls tls, boolean response) throws IOException {
        StringBuilder data = new StringBuilder();
        while (!isWhole(data.toString(), response)) {
            String more = tls.read();
            if (more == null) {
                throw new SSLException("close_notify instead of data");
            }
            data.append(more);
        }
        return data.toString();
    }

    private String request(boolean last) {
        return http
                ? "GET / HTTP/1.1\r\nHost: localhost\r\n" + (last ? LAST : "") + "\r\n"
                : "ping";
    }

    private String response(boolean last) {
        return http
                ? "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n" + (last ? LAST : "") + "\r\nok"
                : "pong";
    }

    /** Reads an answer. Its body is {@code ok} in all scenarios, perhaps as one chunk. */
    private boolean isWhole(String data, boolean response) {
        if (!http) {
            return data.length() >= 4;
        }
        return response
                ? data.endsWith("ok") || data.endsWith("ok\r\n0\r\n\r\n")
                : data.endsWith("\r\n\r\n");
    }
}
