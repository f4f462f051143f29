package io.github.tlsleak.apps.soak;

import static io.github.tlsleak.apps.soak.Way.leak;

import java.io.IOException;
import java.util.List;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;

/** Sockets to the peer, and from it, that are forgotten. Stateless. */
final class SocketMistakes {

    static final List<Way> ALL =
            List.of(
                    leak(SocketMistakes.class, "dropped", Way.ofDropped(), SocketMistakes::dropped),
                    leak(SocketMistakes.class, "unread", Way.ofDropped(), SocketMistakes::unread),
                    leak(SocketMistakes.class, "outShut", "HALF_CLOSED", SocketMistakes::outShut),
                    leak(SocketMistakes.class, "inShut", "HALF_CLOSED", SocketMistakes::inShut),
                    leak(
                            SocketMistakes.class,
                            "peerClosed",
                            "UNANSWERED",
                            SocketMistakes::peerClosed),
                    leak(
                            SocketMistakes.class,
                            "peerEnded",
                            "UNANSWERED",
                            SocketMistakes::peerEnded),
                    leak(SocketMistakes.class, "timedOut", "ABANDONED", SocketMistakes::timedOut),
                    leak(SocketMistakes.class, "unused", "UNUSED", SocketMistakes::unused),
                    leak(SocketMistakes.class, "listener", "LOST", SocketMistakes::listener));

    private SocketMistakes() {}

    private static int dropped(Wire wire) throws IOException {
        wire.ping(wire.sockets().createSocket(Wire.here(), wire.port(PeerScript.AWAIT)));
        return 1;
    }

    /** The peer resets the connection, which nobody notices. */
    private static int unread(Wire wire) throws IOException {
        wire.act(wire.sockets().createSocket(Wire.here(), wire.port(PeerScript.RESET)));
        return 1;
    }

    private static int outShut(Wire wire) throws IOException {
        wire.ping(wire.sockets().createSocket(Wire.here(), wire.port(PeerScript.AWAIT)))
                .shutdownOutput();
        return 1;
    }

    private static int inShut(Wire wire) throws IOException {
        SSLSocket socket =
                wire.ping(wire.sockets().createSocket(Wire.here(), wire.port(PeerScript.AWAIT)));
        try {
            socket.shutdownInput();
        } catch (SSLException e) {
            // "closing inbound before receiving peer's close_notify": the input is closed anyway
        }
        return 1;
    }

    private static int peerClosed(Wire wire) throws IOException {
        SSLSocket socket =
                wire.act(
                        wire.sockets()
                                .createSocket(Wire.here(), wire.port(PeerScript.CLOSE_NOTIFY)));
        SocketWays.expectEnd(socket);
        return 1;
    }

    private static int peerEnded(Wire wire) throws IOException {
        SSLSocket socket =
                wire.act(wire.sockets().createSocket(Wire.here(), wire.port(PeerScript.FIN)));
        SocketWays.expectEnd(socket);
        return 1;
    }

    private static int timedOut(Wire wire) throws IOException {
        SSLSocket socket =
                (SSLSocket) wire.sockets().createSocket(Wire.here(), wire.port(PeerScript.STALL));
        SocketFailures.timeOut(socket);
        return 1;
    }

    private static int unused(Wire wire) throws IOException {
        wire.sockets().createSocket(Wire.here(), wire.port(PeerScript.STALL));
        return 1;
    }

    /** A server socket is no session. */
    private static int listener(Wire wire) throws IOException {
        wire.contexts.trusting.getServerSocketFactory().createServerSocket(0, 1, Wire.here());
        return 0;
    }
}
