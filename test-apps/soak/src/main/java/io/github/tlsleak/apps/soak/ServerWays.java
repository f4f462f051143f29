package io.github.tlsleak.apps.soak;

import static io.github.tlsleak.apps.soak.Way.clean;
import static io.github.tlsleak.apps.soak.Way.leak;

import java.io.IOException;
import java.util.List;
import javax.net.ssl.SSLSocket;

/** Sockets that were accepted from the peer. Stateless. */
final class ServerWays {

    static final List<Way> CLEAN =
            List.of(
                    clean(ServerWays.class, "closed", ServerWays::closed),
                    clean(ServerWays.class, "peerClosed", ServerWays::peerClosed),
                    clean(ServerWays.class, "peerEnded", ServerWays::peerEnded),
                    clean(ServerWays.class, "distrusted", ServerWays::distrusted),
                    clean(ServerWays.class, "tcpOnly", ServerWays::tcpOnly),
                    clean(ServerWays.class, "unused", ServerWays::unused));

    static final List<Way> MISTAKES =
            List.of(
                    leak(ServerWays.class, "dropped", Way.ofDropped(), ServerWays::dropped),
                    leak(ServerWays.class, "unanswered", "UNANSWERED", ServerWays::unanswered),
                    leak(ServerWays.class, "silent", "UNUSED", ServerWays::silent));

    private ServerWays() {}

    private static SSLSocket accept(Wire wire, PeerScript script) throws IOException {
        wire.call(script);
        return (SSLSocket) wire.listener.accept();
    }

    private static int closed(Wire wire) throws IOException {
        try (SSLSocket socket = accept(wire, PeerScript.AWAIT)) {
            wire.pong(socket);
        }
        return 1;
    }

    private static int peerClosed(Wire wire) throws IOException {
        try (SSLSocket socket = accept(wire, PeerScript.CLOSE_NOTIFY)) {
            SocketWays.expectEnd(wire.pong(socket));
        }
        return 1;
    }

    private static int peerEnded(Wire wire) throws IOException {
        try (SSLSocket socket = accept(wire, PeerScript.FIN)) {
            SocketWays.expectEnd(wire.pong(socket));
        }
        return 1;
    }

    /** The client sends a fatal alert, with TLS 1.3 after the server's part is done. */
    private static int distrusted(Wire wire) throws IOException {
        try (SSLSocket socket = accept(wire, PeerScript.DISTRUST)) {
            socket.startHandshake();
            socket.getInputStream().read();
        } catch (IOException e) {
            return 1;
        }
        throw new IOException("the client must distrust");
    }

    private static int tcpOnly(Wire wire) throws IOException {
        try (SSLSocket socket = accept(wire, PeerScript.TCP_ONLY)) {
            socket.startHandshake();
        } catch (IOException e) {
            return 1;
        }
        throw new IOException("the handshake must fail");
    }

    private static int unused(Wire wire) throws IOException {
        accept(wire, PeerScript.STALL).close();
        return 1;
    }

    private static int dropped(Wire wire) throws IOException {
        wire.call(PeerScript.AWAIT);
        wire.pong(wire.listener.accept());
        return 1;
    }

    private static int unanswered(Wire wire) throws IOException {
        wire.call(PeerScript.CLOSE_NOTIFY);
        SocketWays.expectEnd(wire.pong(wire.listener.accept()));
        return 1;
    }

    private static int silent(Wire wire) throws IOException {
        wire.call(PeerScript.STALL);
        wire.listener.accept();
        return 1;
    }
}
