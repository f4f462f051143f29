package io.github.tlsleak.apps.soak;

import static io.github.tlsleak.apps.soak.SocketWays.open;
import static io.github.tlsleak.apps.soak.Way.clean;

import io.github.tlsleak.apps.support.EngineLink;
import io.github.tlsleak.apps.support.Stage;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.List;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;

/** Sockets to the peer that fail, through no fault of the program, or are never used. Stateless. */
final class SocketFailures {

    static final List<Way> ALL =
            List.of(
                    clean(SocketFailures.class, "peerReset", SocketFailures::peerReset),
                    clean(
                            SocketFailures.class,
                            "peerResetForgotten",
                            SocketFailures::peerResetForgotten),
                    clean(SocketFailures.class, "untrusted", SocketFailures::untrusted),
                    clean(SocketFailures.class, "refused", SocketFailures::refused),
                    clean(SocketFailures.class, "timedOut", SocketFailures::timedOut),
                    clean(SocketFailures.class, "inHandshake", SocketFailures::inHandshake),
                    clean(SocketFailures.class, "whileReading", SocketFailures::whileReading),
                    clean(SocketFailures.class, "notConnected", SocketFailures::notConnected),
                    clean(SocketFailures.class, "connectRefused", SocketFailures::connectRefused),
                    clean(SocketFailures.class, "unusedClosed", SocketFailures::unusedClosed));

    private static final int SHORT_MILLIS = 60;

    private SocketFailures() {}

    private static int peerReset(Wire wire) throws IOException {
        try (SSLSocket socket = wire.act(open(wire, PeerScript.RESET))) {
            expectReset(socket);
        }
        return 1;
    }

    private static int peerResetForgotten(Wire wire) throws IOException {
        expectReset(wire.act(open(wire, PeerScript.RESET)));
        return 1;
    }

    private static void expectReset(SSLSocket socket) throws IOException {
        try {
            socket.getInputStream().read();
        } catch (SocketException | SSLException e) {
            return;
        }
        throw new IOException("the peer must reset");
    }

    private static int untrusted(Wire wire) throws IOException {
        SSLSocket socket =
                (SSLSocket)
                        wire.contexts
                                .untrusting
                                .getSocketFactory()
                                .createSocket(Wire.here(), wire.port(PeerScript.AWAIT));
        expectFailure(socket);
        return 1;
    }

    private static int refused(Wire wire) throws IOException {
        expectFailure(open(wire, PeerScript.FAIL));
        return 1;
    }

    /** JSSE closes a socket whose handshake fails. */
    static void expectFailure(SSLSocket socket) throws IOException {
        try {
            socket.startHandshake();
        } catch (SSLException e) {
            return;
        }
        throw new IOException("the handshake must fail");
    }

    private static int timedOut(Wire wire) throws IOException {
        try (SSLSocket socket = open(wire, PeerScript.STALL)) {
            timeOut(socket);
        }
        return 1;
    }

    /** A handshake that gets no answer in time. */
    static void timeOut(SSLSocket socket) throws IOException {
        socket.setSoTimeout(SHORT_MILLIS);
        try {
            socket.startHandshake();
        } catch (SocketTimeoutException | SSLException e) {
            return;
        }
        throw new IOException("the handshake must fail");
    }

    private static int inHandshake(Wire wire) throws IOException {
        SSLSocket socket = open(wire, PeerScript.STALL);
        closeMeanwhile(socket, socket::startHandshake);
        return 1;
    }

    private static int whileReading(Wire wire) throws IOException {
        SSLSocket socket = wire.ping(open(wire, PeerScript.AWAIT));
        closeMeanwhile(socket, () -> socket.getInputStream().read());
        return 1;
    }

    private interface Call {
        void run() throws IOException;
    }

    /** Closes a socket while another thread waits for its peer. */
    private static void closeMeanwhile(SSLSocket socket, Call call) throws IOException {
        Thread other =
                EngineLink.start(
                        () -> {
                            try {
                                call.run();
                            } catch (IOException e) {
                                // the socket was closed, as intended
                            }
                        },
                        "waits");
        Stage.sleep(SHORT_MILLIS);
        socket.close();
        EngineLink.join(other);
    }

    private static int notConnected(Wire wire) throws IOException {
        wire.contexts.trusting.getSocketFactory().createSocket();
        return 1;
    }

    private static int connectRefused(Wire wire) throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, Wire.here())) {
            port = free.getLocalPort();
        }
        try {
            wire.contexts.trusting.getSocketFactory().createSocket(Wire.here(), port).close();
        } catch (ConnectException e) {
            return 1;
        }
        throw new IOException("nobody should be there");
    }

    private static int unusedClosed(Wire wire) throws IOException {
        open(wire, PeerScript.STALL).close();
        return 1;
    }
}
