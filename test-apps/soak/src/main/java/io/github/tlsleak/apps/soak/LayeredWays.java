package io.github.tlsleak.apps.soak;

import static io.github.tlsleak.apps.soak.Way.clean;
import static io.github.tlsleak.apps.soak.Way.defect;
import static io.github.tlsleak.apps.soak.Way.leak;
import static io.github.tlsleak.apps.soak.Way.notice;

import java.io.IOException;
import java.lang.ref.Reference;
import java.net.Socket;
import java.util.List;
import javax.net.ssl.SSLSocket;

/** Sockets over a plain connection that the program made before. Stateless. */
final class LayeredWays {

    static final List<Way> CLEAN =
            List.of(
                    clean(LayeredWays.class, "closed", LayeredWays::closed),
                    clean(LayeredWays.class, "closedWithIt", LayeredWays::closedWithIt),
                    clean(LayeredWays.class, "failedClosed", LayeredWays::failedClosed));

    static final List<Way> MISTAKES =
            List.of(
                    leak(LayeredWays.class, "dropped", Way.ofDropped(), LayeredWays::dropped),
                    leak(
                            LayeredWays.class,
                            "droppedBoth",
                            Way.ofDropped(),
                            LayeredWays::droppedBoth),
                    leak(LayeredWays.class, "failed", "FAILED", LayeredWays::failed),
                    defect(LayeredWays.class, "undercut", "UNDERCUT", LayeredWays::undercut),
                    defect(
                            LayeredWays.class,
                            "undercutClosed",
                            "UNDERCUT",
                            LayeredWays::undercutClosed),
                    notice(LayeredWays.class, "aborted", "UNDERCUT", LayeredWays::aborted));

    private static final String HOST = "peer";

    private LayeredWays() {}

    private static int closed(Wire wire) throws IOException {
        try (Socket raw = wire.raw(PeerScript.AWAIT);
                Socket socket = wire.sockets().createSocket(raw, HOST, raw.getPort(), false)) {
            wire.ping(socket);
        }
        return 1;
    }

    private static int closedWithIt(Wire wire) throws IOException {
        Socket raw = wire.raw(PeerScript.AWAIT);
        wire.ping(wire.sockets().createSocket(raw, HOST, raw.getPort(), true)).close();
        return 1;
    }

    private static int failedClosed(Wire wire) throws IOException {
        try (Socket raw = wire.raw(PeerScript.FAIL)) {
            SocketFailures.expectFailure(
                    (SSLSocket) wire.sockets().createSocket(raw, HOST, raw.getPort(), false));
        }
        return 1;
    }

    private static int dropped(Wire wire) throws IOException {
        Socket raw = wire.raw(PeerScript.AWAIT);
        wire.ping(wire.sockets().createSocket(raw, HOST, raw.getPort(), true));
        return 1;
    }

    private static int droppedBoth(Wire wire) throws IOException {
        Socket raw = wire.raw(PeerScript.AWAIT);
        wire.ping(wire.sockets().createSocket(raw, HOST, raw.getPort(), false));
        return 1;
    }

    /** Without autoClose JSSE leaves the connection open where the handshake fails. */
    private static int failed(Wire wire) throws IOException {
        Socket raw = wire.raw(PeerScript.FAIL);
        SocketFailures.expectFailure(
                (SSLSocket) wire.sockets().createSocket(raw, HOST, raw.getPort(), false));
        return 1;
    }

    private static int undercut(Wire wire) throws IOException {
        Socket raw = wire.raw(PeerScript.AWAIT);
        SSLSocket socket = wire.ping(wire.sockets().createSocket(raw, HOST, raw.getPort(), true));
        raw.close();
        // else its finalizer may close it before
        Reference.reachabilityFence(socket);
        return 1;
    }

    private static int undercutClosed(Wire wire) throws IOException {
        Socket raw = wire.raw(PeerScript.AWAIT);
        SSLSocket socket = wire.ping(wire.sockets().createSocket(raw, HOST, raw.getPort(), true));
        raw.close();
        socket.close();
        return 1;
    }

    /** A reset that is wanted is only worth a notice. */
    private static int aborted(Wire wire) throws IOException {
        Socket raw = wire.raw(PeerScript.AWAIT);
        SSLSocket socket = wire.ping(wire.sockets().createSocket(raw, HOST, raw.getPort(), true));
        raw.setSoLinger(true, 0);
        raw.close();
        Reference.reachabilityFence(socket);
        return 1;
    }
}
