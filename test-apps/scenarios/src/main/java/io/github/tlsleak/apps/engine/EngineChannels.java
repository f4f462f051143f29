package io.github.tlsleak.apps.engine;

import io.github.tlsleak.apps.support.EngineLink;
import io.github.tlsleak.apps.support.Stage;
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
 * Channels are closed under their engines. The bytes come from any thread, and from any buffer or
 * stream. The connection is closed in one direction, in both, or with a reset. In one case the
 * program only pretends the peer's end, which is a fatal alert on JDK 8.
 */
public final class EngineChannels {
    private EngineChannels() {}

    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        List<WeakReference<SSLEngine>> engines = new ArrayList<>();
        engines.add(plain(stage));
        engines.add(copied(stage));
        engines.add(streams(stage));
        engines.add(halfClosed(stage));
        engines.add(reset(stage));
        engines.add(pretended(stage));
        Stage.awaitCollected(engines.toArray(new WeakReference<?>[0]));
        Stage.done();
    }

    private static EngineLink link(Stage stage) throws Exception {
        return stage.connect(stage.context().createSSLEngine(stage.host(), stage.port()));
    }

    private static WeakReference<SSLEngine> closed(EngineLink link) throws IOException {
        link.channel().close();
        return new WeakReference<>(link.engine());
    }

    private static WeakReference<SSLEngine> plain(Stage stage) throws Exception {
        return closed(link(stage).ping());
    }

    private static WeakReference<SSLEngine> copied(Stage stage) throws Exception {
        return closed(Ways.copied(link(stage)).ping());
    }

    private static WeakReference<SSLEngine> streams(Stage stage) throws Exception {
        return closed(Ways.streams(link(stage)).ping());
    }

    private static WeakReference<SSLEngine> halfClosed(Stage stage) throws Exception {
        EngineLink link = link(stage).ping();
        link.channel().shutdownOutput();
        return new WeakReference<>(link.engine());
    }

    private static WeakReference<SSLEngine> reset(Stage stage) throws Exception {
        EngineLink link = link(stage).ping();
        link.channel().setOption(StandardSocketOptions.SO_LINGER, 0);
        return closed(link);
    }

    private static WeakReference<SSLEngine> pretended(Stage stage) throws Exception {
        EngineLink link = link(stage).ping();
        try {
            link.engine().closeInbound();
        } catch (SSLException e) {
            // JDK 28 throws nothing here
        }
        link.engine().closeOutbound();
        return closed(link);
    }
}
