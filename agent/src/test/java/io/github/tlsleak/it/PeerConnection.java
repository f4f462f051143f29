package io.github.tlsleak.it;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;

/** One connection of a {@link Peer}: plays the script on a thread of its own, records the end. */
final class PeerConnection {
    static final String CLOSE_NOTIFY = "close_notify";
    static final String EOF = "eof";
    static final String RESET = "reset";
    static final String FATAL = "fatal";
    static final String NOTHING = "nothing";

    private static final int ALERT = 21;
    private static final byte[] HANDSHAKE_FAILURE = {ALERT, 3, 3, 0, 2, 2, 40};

    private final Socket socket;
    private final PeerTls tls;
    private final PeerScript script;
    private final boolean client;
    private volatile String end = NOTHING;

    PeerConnection(Socket socket, SSLEngine engine, PeerScript script) throws IOException {
        this.socket = socket;
        this.tls = new PeerTls(socket, engine);
        this.script = script;
        this.client = engine.getUseClientMode();
    }

    String end() {
        return end;
    }

    void close() throws IOException {
        socket.close();
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
    }

    private static String endOf(SSLException e) {
        String message = String.valueOf(e.getMessage());
        if (message.contains("close_notify")) {
            return CLOSE_NOTIFY;
        }
        return message.contains("Received fatal alert") ? FATAL : "broken: " + e;
    }

    private String play() throws IOException {
        switch (script.action()) {
            case STALL, PLAIN -> {
                return rawEnd();
            }
            case TCP_ONLY -> {
                socket.close();
                return NOTHING;
            }
            case FAIL -> {
                readRecord(new DataInputStream(socket.getInputStream()));
                socket.getOutputStream().write(HANDSHAKE_FAILURE);
                return rawEnd();
            }
            default -> {
                tls.handshake();
                exchange();
                return finish();
            }
        }
    }

    private void exchange() throws IOException {
        if (client) {
            tls.write(script.request());
        }
        StringBuilder data = new StringBuilder();
        while (client ? !script.isWholeResponse(data.toString()) : !whole(data)) {
            String more = tls.read();
            if (more == null) {
                throw new SSLException("close_notify instead of data");
            }
            data.append(more);
        }
        if (!client) {
            tls.write(script.response());
        }
    }

    private boolean whole(CharSequence data) {
        return script.isWholeRequest(data.toString());
    }

    private String finish() throws IOException {
        switch (script.action()) {
            case CLOSE_NOTIFY -> tls.closeNotify();
            case FIN -> socket.shutdownOutput();
            case RESET -> {
                // The answer must have been read before: a reset may overtake it.
                Peer.sleep(200);
                socket.setSoLinger(true, 0);
                socket.close();
                return NOTHING;
            }
            case DEAF -> Peer.sleep(4_000);
            default -> {}
        }
        return readToEnd();
    }

    private String readToEnd() throws IOException {
        String data = tls.read();
        while (data != null) {
            if (script.http() && !client && script.isWholeRequest(data)) {
                tls.write(script.response());
            }
            data = tls.read();
        }
        // Recorded before the answer: the other side may already have closed its socket.
        end = CLOSE_NOTIFY;
        if (script.action() == PeerScript.Action.AWAIT) {
            answerCloseNotify();
        }
        return CLOSE_NOTIFY;
    }

    private void answerCloseNotify() throws IOException {
        try {
            tls.closeNotify();
        } catch (IOException e) {
            // The other side did not wait for an answer.
        }
        socket.close();
    }

    /** Without TLS of our own, an alert can be seen only while it is not yet encrypted. */
    private String rawEnd() throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        while (true) {
            byte[] record = readRecord(in);
            boolean alert = record[0] == ALERT && record.length == 7;
            if (alert && record[6] == 0) {
                return CLOSE_NOTIFY;
            }
            if (alert && record[5] == 2) {
                return FATAL;
            }
        }
    }

    private static byte[] readRecord(DataInputStream in) throws IOException {
        byte[] head = new byte[5];
        in.readFully(head);
        byte[] record = new byte[5 + ((head[3] & 0xff) << 8 | head[4] & 0xff)];
        System.arraycopy(head, 0, record, 0, 5);
        in.readFully(record, 5, record.length - 5);
        return record;
    }
}
