package io.github.tlsleak.apps.soak;

import static io.github.tlsleak.apps.soak.Way.clean;

import java.io.IOException;
import java.util.List;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;

/** Sockets to the peer that end in order, by this side or by the peer. Stateless. */
final class SocketWays {

    static final List<Way> ALL =
            List.of(
                    clean(SocketWays.class, "closed", SocketWays::closed),
                    clean(SocketWays.class, "closedTwice", SocketWays::closedTwice),
                    clean(SocketWays.class, "inputClosed", SocketWays::inputClosed),
                    clean(SocketWays.class, "outputClosed", SocketWays::outputClosed),
                    clean(SocketWays.class, "inputShut", SocketWays::inputShut),
                    clean(SocketWays.class, "outputShut", SocketWays::outputShut),
                    clean(SocketWays.class, "lingerZero", SocketWays::lingerZero),
                    clean(SocketWays.class, "peerClosed", SocketWays::peerClosed),
                    clean(SocketWays.class, "peerEnded", SocketWays::peerEnded));

    private SocketWays() {}

    static SSLSocket open(Wire wire, PeerScript script) throws IOException {
        return (SSLSocket)
                wire.contexts
                        .trusting
                        .getSocketFactory()
                        .createSocket(Wire.here(), wire.port(script));
    }

    static int closed(Wire wire) throws IOException {
        try (SSLSocket socket = open(wire, PeerScript.AWAIT)) {
            wire.ping(socket);
        }
        return 1;
    }

    private static int closedTwice(Wire wire) throws IOException {
        SSLSocket socket = wire.ping(open(wire, PeerScript.AWAIT));
        socket.close();
        socket.close();
        return 1;
    }

    private static int inputClosed(Wire wire) throws IOException {
        SSLSocket socket = wire.ping(open(wire, PeerScript.AWAIT));
        socket.getInputStream().close();
        return 1;
    }

    private static int outputClosed(Wire wire) throws IOException {
        SSLSocket socket = wire.ping(open(wire, PeerScript.AWAIT));
        socket.getOutputStream().close();
        return 1;
    }

    private static int inputShut(Wire wire) throws IOException {
        try (SSLSocket socket = wire.ping(open(wire, PeerScript.AWAIT))) {
            shutInput(socket);
        }
        return 1;
    }

    private static void shutInput(SSLSocket socket) throws IOException {
        try {
            socket.shutdownInput();
        } catch (SSLException e) {
            // "closing inbound before receiving peer's close_notify": the input is closed anyway
        }
    }

    private static int outputShut(Wire wire) throws IOException {
        try (SSLSocket socket = wire.ping(open(wire, PeerScript.AWAIT))) {
            socket.shutdownOutput();
            while (socket.getInputStream().read() >= 0) {
                // the peer closes as well
            }
        }
        return 1;
    }

    private static int lingerZero(Wire wire) throws IOException {
        try (SSLSocket socket = wire.ping(open(wire, PeerScript.AWAIT))) {
            socket.setSoLinger(true, 0);
        }
        return 1;
    }

    private static int peerClosed(Wire wire) throws IOException {
        try (SSLSocket socket = wire.act(open(wire, PeerScript.CLOSE_NOTIFY))) {
            expectEnd(socket);
        }
        return 1;
    }

    private static int peerEnded(Wire wire) throws IOException {
        try (SSLSocket socket = wire.act(open(wire, PeerScript.FIN))) {
            expectEnd(socket);
        }
        return 1;
    }

    static void expectEnd(SSLSocket socket) throws IOException {
        if (socket.getInputStream().read() >= 0) {
            throw new IOException("the peer must end");
        }
    }
}
