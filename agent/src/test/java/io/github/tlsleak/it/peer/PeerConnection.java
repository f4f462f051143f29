package io.github.tlsleak.it.peer;

import io.github.tlsleak.it.peer.PeerScript.Action;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;

/**
 * One connection of a {@link Peer}. It plays the script on a thread of its own and records the end.
 */
public final class PeerConnection {
    public static final String CLOSE_NOTIFY = "close_notify";
    static final String EOF = "eof";
    static final String RESET = "reset";
    static final String FATAL = "fatal";
    static final String DISTRUSTED = "distrusted";
    static final String LATE_DATA = "data";
    static final String NOTHING = "nothing";

    /** Actions that close TCP after the other side has ended the connection. */
    private static final Set<Action> CLOSES_LAST =
            EnumSet.of(Action.AWAIT, Action.LAST, Action.CLOSED, Action.MUTE);

    /** Actions that must not overtake the peer's own answer. */
    private static final Set<Action> HELD =
            EnumSet.of(Action.CLOSE_NOTIFY, Action.CLOSED, Action.FIN, Action.RESET);

    private final Socket socket;
    private final PeerTls tls;
    private final Peer peer;
    private final PeerScript script;
    private final PeerTalk talk;
    private final boolean client;
    private volatile String end = NOTHING;
    private volatile boolean acted;
    private volatile boolean over;

    PeerConnection(Peer peer, Socket socket, SSLEngine engine, PeerScript script, PeerTalk talk)
            throws IOException {
        this.socket = socket;
        this.tls = new PeerTls(socket, engine);
        this.peer = peer;
        this.script = script;
        this.talk = talk;
        this.client = engine.getUseClientMode();
    }

    String end() {
        return end;
    }

    void close() throws IOException {
        socket.close();
    }

    /** Whether it has finished its script. The other side's end may still come. */
    boolean acted() {
        return acted || over;
    }

    /** Whether nothing more can come. */
    boolean isOver() {
        return over;
    }

    void run() {
        try {
            end = play();
        } catch (EOFException e) {
            end = EOF;
        } catch (SocketException e) {
            end = socket.isClosed() ? end : RESET;
        } catch (SSLException e) {
            end = endOf(e);
        } catch (IOException | RuntimeException e) {
            end = "broken: " + e;
        }
        if (CLOSES_LAST.contains(script.action())) {
            closeQuietly();
        }
        over = true;
    }

    private void closeQuietly() {
        try {
            socket.close();
        } catch (IOException e) {
            // the connection ends in any case
        }
    }

    private String endOf(SSLException e) {
        if (script.action() == Action.DISTRUST) {
            return DISTRUSTED;
        }
        String message = String.valueOf(e.getMessage());
        if (message.contains("close_notify")) {
            return CLOSE_NOTIFY;
        }
        return message.contains("Received fatal alert") ? FATAL : "broken: " + e;
    }

    private String play() throws IOException {
        switch (script.action()) {
            case STALL, PLAIN -> {
                return PeerRecords.end(socket);
            }
            case HELLO -> {
                tls.hello();
                return PeerRecords.end(socket);
            }
            case TCP_ONLY -> {
                socket.close();
                return NOTHING;
            }
            case FAIL -> {
                PeerRecords.fail(socket);
                return PeerRecords.end(socket);
            }
            case GARBAGE -> {
                String plain = "GET / HTTP/1.0\r\n\r\n";
                socket.getOutputStream().write(plain.getBytes(StandardCharsets.US_ASCII));
                return PeerRecords.end(socket);
            }
            default -> {
                talk.before(socket, client);
                handshake();
                exchange();
                return finish();
            }
        }
    }

    private void handshake() throws IOException {
        try {
            tls.handshake();
        } catch (SSLException e) {
            tls.tellFailure();
            awaitEnd();
            throw e;
        }
    }

    /** Waits until the other side, which got the alert, has ended the connection. */
    private void awaitEnd() {
        try {
            PeerRecords.end(socket);
        } catch (IOException e) {
            // the failure is intended
        }
    }

    private void exchange() throws IOException {
        Action action = script.action();
        if (action == Action.MUTE || action == Action.LEAVE) {
            talk.ask(tls, client);
        } else {
            talk.exchange(tls, client, action == Action.LAST);
        }
    }

    private String finish() throws IOException {
        if (!client && HELD.contains(script.action())) {
            peer.awaitGo();
        }
        switch (script.action()) {
            case CLOSE_NOTIFY -> tls.closeNotify();
            case CLOSED -> {
                tls.closeNotify();
                socket.shutdownOutput();
            }
            case FIN -> socket.shutdownOutput();
            case RESET -> {
                // The other side must have read the answer before: a reset may overtake it.
                Peer.sleep(200);
                socket.setSoLinger(true, 0);
                socket.close();
                return NOTHING;
            }
            case LEAVE -> {
                tls.closeNotify();
                socket.close();
                return NOTHING;
            }
            case UNREAD -> {
                return NOTHING;
            }
            case DEAF -> Peer.sleep(4_000);
            default -> {}
        }
        acted = true;
        return readToEnd();
    }

    private String readToEnd() throws IOException {
        String data = tls.read();
        while (data != null) {
            if (script.action() == Action.CLOSED) {
                return lateData();
            }
            if (!client && script.action() != Action.MUTE) {
                talk.more(tls, data);
            }
            data = tls.read();
        }
        // Recorded before the answer: the other side may already have closed its socket.
        end = CLOSE_NOTIFY;
        if (CLOSES_LAST.contains(script.action()) && script.action() != Action.CLOSED) {
            answerCloseNotify();
        }
        return CLOSE_NOTIFY;
    }

    /** Resets the connection, as a kernel does when data arrives for a closed socket. */
    private String lateData() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
        return LATE_DATA;
    }

    private void answerCloseNotify() throws IOException {
        try {
            tls.closeNotify();
        } catch (IOException e) {
            // The other side did not wait for an answer.
        }
        socket.close();
    }
}
