package io.github.tlsleak.apps.engine;

import io.github.tlsleak.apps.support.EngineLink;
import io.github.tlsleak.apps.support.Stage;
import io.github.tlsleak.apps.support.Ways;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLEngine;

/** Engines whose peer ends the stream. Then the program closes the channel and nothing else. */
final class ChannelsEnded {
    private ChannelsEnded() {}

    /** Plays it over every way from an engine to its channel. */
    static void play(Stage stage) throws Exception {
        List<WeakReference<SSLEngine>> engines = new ArrayList<>();
        engines.add(ended(link(stage)));
        engines.add(ended(Ways.copied(link(stage))));
        engines.add(ended(Ways.streams(link(stage))));
        Stage.awaitCollected(engines.toArray(new WeakReference<?>[0]));
        Stage.done();
    }

    private static EngineLink link(Stage stage) throws Exception {
        return stage.connect(stage.context().createSSLEngine(stage.host(), stage.port()));
    }

    private static WeakReference<SSLEngine> ended(EngineLink link) throws IOException {
        try {
            link.ping().receive();
            throw new IllegalStateException("the peer must end the stream");
        } catch (IOException end) {
            link.channel().close();
        }
        return new WeakReference<>(link.engine());
    }
}
