package io.github.tlsleak.apps.engine;

import io.github.tlsleak.apps.support.App;
import io.github.tlsleak.apps.support.EngineLink;
import io.github.tlsleak.apps.support.Ways;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.StandardSocketOptions;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;

// peer: server await
// saw: eof x5 reset
// expect: UNDERCUT defect SSLEngine client x4
// expect: UNDERCUT notice SSLEngine client
// expect: UNSENT defect SSLEngine client
// expect[jdk<=8]: UNDERCUT defect SSLEngine client x4
// expect[jdk<=8]: UNDERCUT notice SSLEngine client
// count[jdk<=8]: FAILED 1

/**
 * Channels closed under their engines: whatever thread wrote the bytes, from whatever buffer or
 * stream; half or in whole; with a reset; and with the peer's end only pretended, which is a fatal
 * alert on JDK 8.
 */
public final class EngineChannels {
    private EngineChannels() {}

    public static void main(String[] args) throws Exception {
        App app = App.of(args);
        List<WeakReference<SSLEngine>> engines = new ArrayList<>();
        engines.add(plain(app));
        engines.add(copied(app));
        engines.add(streams(app));
        engines.add(halfClosed(app));
        engines.add(reset(app));
        engines.add(pretended(app));
        App.awaitCollected(engines.toArray(new WeakReference<?>[0]));
        App.done();
    }

    private static EngineLink link(App app) throws Exception {
        return app.connect(app.context().createSSLEngine(app.host(), app.port()));
    }

    private static WeakReference<SSLEngine> closed(EngineLink link) throws IOException {
        link.channel().close();
        return new WeakReference<>(link.engine());
    }

    private static WeakReference<SSLEngine> plain(App app) throws Exception {
        return closed(link(app).ping());
    }

    private static WeakReference<SSLEngine> copied(App app) throws Exception {
        return closed(Ways.copied(link(app)).ping());
    }

    private static WeakReference<SSLEngine> streams(App app) throws Exception {
        return closed(Ways.streams(link(app)).ping());
    }

    private static WeakReference<SSLEngine> halfClosed(App app) throws Exception {
        EngineLink link = link(app).ping();
        link.channel().shutdownOutput();
        return new WeakReference<>(link.engine());
    }

    private static WeakReference<SSLEngine> reset(App app) throws Exception {
        EngineLink link = link(app).ping();
        link.channel().setOption(StandardSocketOptions.SO_LINGER, 0);
        return closed(link);
    }

    private static WeakReference<SSLEngine> pretended(App app) throws Exception {
        EngineLink link = link(app).ping();
        try {
            link.engine().closeInbound();
        } catch (SSLException e) {
            // JDK 28 does not complain
        }
        link.engine().closeOutbound();
        return closed(link);
    }
}
