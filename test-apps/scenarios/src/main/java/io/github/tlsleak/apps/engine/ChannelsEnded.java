package io.github.tlsleak.apps.engine;

import io.github.tlsleak.apps.support.App;
import io.github.tlsleak.apps.support.EngineLink;
import io.github.tlsleak.apps.support.Ways;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLEngine;

/** Engines whose peer ends the stream; the program then closes the channel and nothing else. */
final class ChannelsEnded {
    private ChannelsEnded() {}

    /** Plays it over every way to a channel. */
    static void play(App app) throws Exception {
        List<WeakReference<SSLEngine>> engines = new ArrayList<>();
        engines.add(ended(link(app)));
        engines.add(ended(Ways.copied(link(app))));
        engines.add(ended(Ways.streams(link(app))));
        App.awaitCollected(engines.toArray(new WeakReference<?>[0]));
        App.done();
    }

    private static EngineLink link(App app) throws Exception {
        return app.connect(app.context().createSSLEngine(app.host(), app.port()));
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
