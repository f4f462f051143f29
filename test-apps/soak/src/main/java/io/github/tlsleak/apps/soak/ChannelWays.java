package io.github.tlsleak.apps.soak;

import static io.github.tlsleak.apps.soak.Way.clean;

import io.github.tlsleak.apps.support.EngineLink;
import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;

/** Engines over channels to the peer that end in order, or through no fault of the program. */
final class ChannelWays {

    static final List<Way> ALL =
            List.of(
                    clean(ChannelWays.class, "closed", ChannelWays::closed),
                    clean(ChannelWays.class, "tasksElsewhere", ChannelWays::tasksElsewhere),
                    clean(ChannelWays.class, "fullyClosed", ChannelWays::fullyClosed),
                    clean(ChannelWays.class, "acknowledged", ChannelWays::acknowledged),
                    clean(ChannelWays.class, "notWrapped", ChannelWays::notWrapped),
                    clean(ChannelWays.class, "peerEnded", ChannelWays::peerEnded),
                    clean(ChannelWays.class, "peerReset", ChannelWays::peerReset),
                    clean(ChannelWays.class, "untrusted", ChannelWays::untrusted),
                    clean(ChannelWays.class, "refused", ChannelWays::refused),
                    clean(ChannelWays.class, "inHandshake", ChannelWays::inHandshake),
                    clean(ChannelWays.class, "givenUp", ChannelWays::givenUp));

    private ChannelWays() {}

    private static EngineLink link(Wire wire, PeerScript script) throws IOException {
        SSLEngine engine = wire.contexts.trusting.createSSLEngine(wire.host, wire.port(script));
        return wire.link(engine, script);
    }

    private static int closed(Wire wire) throws IOException {
        EngineLink link = link(wire, PeerScript.AWAIT).ping();
        link.engine().closeOutbound();
        link.flush();
        link.channel().close();
        return 1;
    }

    private static int tasksElsewhere(Wire wire) throws IOException {
        EngineLink link = link(wire, PeerScript.AWAIT).tasksElsewhere().ping();
        link.engine().closeOutbound();
        link.flush();
        link.channel().close();
        return 1;
    }

    private static int fullyClosed(Wire wire) throws IOException {
        EngineLink link = link(wire, PeerScript.AWAIT).ping();
        link.engine().closeOutbound();
        link.flush();
        expectClosed(link);
        link.engine().closeInbound();
        link.channel().close();
        return 1;
    }

    static void expectClosed(EngineLink link) throws IOException {
        if (link.receive() != null) {
            throw new IOException("only the close_notify is expected");
        }
    }

    private static int acknowledged(Wire wire) throws IOException {
        EngineLink link = link(wire, PeerScript.CLOSE_NOTIFY).ping();
        link.send("!");
        expectClosed(link);
        link.engine().closeOutbound();
        link.flush();
        link.channel().close();
        return 1;
    }

    private static int notWrapped(Wire wire) throws IOException {
        EngineLink link = link(wire, PeerScript.CLOSE_NOTIFY).ping();
        link.send("!");
        expectClosed(link);
        link.engine().closeOutbound();
        link.channel().close();
        return 1;
    }

    private static int peerEnded(Wire wire) throws IOException {
        EngineLink link = link(wire, PeerScript.FIN).ping();
        link.send("!");
        try {
            link.receive();
        } catch (EOFException e) {
            closeBoth(link.engine());
            link.channel().close();
            return 1;
        }
        throw new IOException("the peer must end the stream");
    }

    private static void closeBoth(SSLEngine engine) {
        try {
            engine.closeInbound();
        } catch (SSLException e) {
            // the peer sent no close_notify
        }
        engine.closeOutbound();
    }

    private static int peerReset(Wire wire) throws IOException {
        EngineLink link = link(wire, PeerScript.RESET).ping();
        link.send("!");
        try {
            link.receive();
        } catch (EOFException e) {
            throw new IOException("the peer must reset", e);
        } catch (IOException e) {
            link.engine().closeOutbound();
            link.channel().close();
            return 1;
        }
        throw new IOException("the peer must reset");
    }

    private static int untrusted(Wire wire) throws IOException {
        SSLEngine engine =
                wire.contexts.untrusting.createSSLEngine(wire.host, wire.port(PeerScript.AWAIT));
        expectFailure(wire.link(engine, PeerScript.AWAIT));
        return 1;
    }

    private static int refused(Wire wire) throws IOException {
        expectFailure(link(wire, PeerScript.FAIL));
        return 1;
    }

    private static void expectFailure(EngineLink link) throws IOException {
        try {
            link.handshake();
        } catch (SSLException e) {
            link.flush();
            link.channel().close();
            return;
        }
        throw new IOException("the handshake must fail");
    }

    private static int inHandshake(Wire wire) throws IOException {
        EngineLink link = link(wire, PeerScript.STALL);
        link.engine().beginHandshake();
        link.flush();
        link.engine().closeOutbound();
        link.flush();
        link.channel().close();
        return 1;
    }

    /** Only the channel is closed: there was no session to end. */
    private static int givenUp(Wire wire) throws IOException {
        EngineLink link = link(wire, PeerScript.STALL);
        link.engine().beginHandshake();
        link.flush();
        link.channel().close();
        return 1;
    }
}
