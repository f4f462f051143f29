package io.github.tlsleak.apps.soak;

import static io.github.tlsleak.apps.soak.Way.defect;
import static io.github.tlsleak.apps.soak.Way.leak;

import io.github.tlsleak.apps.support.EngineLink;
import java.io.IOException;
import java.lang.ref.Reference;
import java.util.List;
import javax.net.ssl.SSLEngine;

/** Engines over channels to the peer that are forgotten, or ended wrongly. Stateless. */
final class ChannelMistakes {

    static final List<Way> ALL =
            List.of(
                    leak(ChannelMistakes.class, "dropped", "LOST", ChannelMistakes::dropped),
                    defect(
                            ChannelMistakes.class,
                            "undercut",
                            "UNDERCUT",
                            ChannelMistakes::undercut),
                    defect(ChannelMistakes.class, "unsent", "UNSENT", ChannelMistakes::unsent));

    private ChannelMistakes() {}

    /** The channel is kept, and closed after the engine was collected. */
    private static int dropped(Wire wire) throws IOException {
        SSLEngine engine =
                wire.contexts.trusting.createSSLEngine(wire.host, wire.port(PeerScript.AWAIT));
        EngineLink link = wire.link(engine, PeerScript.AWAIT).ping();
        wire.later.keep(engine, link.channel());
        return 1;
    }

    private static int undercut(Wire wire) throws IOException {
        SSLEngine engine =
                wire.contexts.trusting.createSSLEngine(wire.host, wire.port(PeerScript.AWAIT));
        wire.link(engine, PeerScript.AWAIT).ping().channel().close();
        // else it may be collected before
        Reference.reachabilityFence(engine);
        return 1;
    }

    private static int unsent(Wire wire) throws IOException {
        SSLEngine engine =
                wire.contexts.trusting.createSSLEngine(wire.host, wire.port(PeerScript.AWAIT));
        EngineLink link = wire.link(engine, PeerScript.AWAIT).ping();
        engine.closeOutbound();
        link.channel().close();
        Reference.reachabilityFence(engine);
        return 1;
    }
}
