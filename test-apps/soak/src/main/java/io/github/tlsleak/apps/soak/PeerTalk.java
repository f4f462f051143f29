package io.github.tlsleak.apps.soak;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** Plays the peer's scripts. Thread-safe. */
final class PeerTalk {

    /** A program that goes away without a word must not keep a thread. */
    private static final int PATIENCE_MILLIS = 30_000;

    private static final byte[] HANDSHAKE_FAILURE = {21, 3, 3, 0, 2, 2, 40};
    private static final byte[] PING = {'p', 'i', 'n', 'g'};
    private static final byte[] PONG = {'p', 'o', 'n', 'g'};

    private final SSLContext context;
    private final SSLContext untrusting;

    PeerTalk(SSLContext context, SSLContext untrusting) {
        this.context = context;
        this.untrusting = untrusting;
    }

    /** Plays a server over a connection, which the caller closes. */
    void serve(Socket raw, PeerScript script) throws IOException {
        raw.setSoTimeout(PATIENCE_MILLIS);
        switch (script) {
            case STALL -> drain(raw);
            case FAIL -> {
                raw.getInputStream().read(new byte[1_000]);
                raw.getOutputStream().write(HANDSHAKE_FAILURE);
                raw.shutdownOutput();
                drain(raw);
            }
            default -> {
                SSLSocket socket =
                        (SSLSocket) context.getSocketFactory().createSocket(raw, null, false);
                new DataInputStream(socket.getInputStream()).readFully(new byte[PING.length]);
                socket.getOutputStream().write(PONG);
                if (script != PeerScript.AWAIT && socket.getInputStream().read() < 0) {
                    throw new IOException("the program has gone too early");
                }
                end(socket, raw, script);
            }
        }
    }

    /** Plays a client over a connection, which the caller closes. */
    void call(Socket raw, PeerScript script) throws IOException {
        raw.setSoTimeout(PATIENCE_MILLIS);
        switch (script) {
            case TCP_ONLY -> raw.shutdownOutput();
            case STALL -> drain(raw);
            case DISTRUST -> client(untrusting, raw).startHandshake();
            default -> {
                SSLSocket socket = client(context, raw);
                socket.getOutputStream().write(PING);
                new DataInputStream(socket.getInputStream()).readFully(new byte[PONG.length]);
                end(socket, raw, script);
            }
        }
    }

    private static SSLSocket client(SSLContext with, Socket raw) throws IOException {
        return (SSLSocket)
                with.getSocketFactory().createSocket(raw, "program", raw.getPort(), false);
    }

    private static void end(SSLSocket socket, Socket raw, PeerScript script) throws IOException {
        switch (script) {
            case CLOSE_NOTIFY -> socket.shutdownOutput();
            case FIN -> raw.shutdownOutput();
            case RESET -> {
                raw.setSoLinger(true, 0);
                raw.close();
                return;
            }
            default -> {
                // the other side ends first
            }
        }
        if (script == PeerScript.FIN) {
            drain(raw);
        } else {
            drain(socket);
            socket.close();
        }
    }

    private static void drain(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        byte[] bytes = new byte[1_000];
        while (in.read(bytes) >= 0) {
            // nothing of it matters
        }
    }
}
