package io.github.tlsleak.apps.engine;

import io.github.tlsleak.apps.support.EngineLink;
import io.github.tlsleak.apps.support.Stage;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLEngine;

// peer: server stall
// saw: any
// expect: ABANDONED notice SSLEngine client
// expect: ABANDONED leak SSLEngine client

/**
 * A handshake that gets no answer is given up and tried again with another engine over the same
 * channel, which is then forgotten with that one: one descriptor is lost, and the second's.
 */
public final class EngineChannelRetried {
    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        List<WeakReference<SSLEngine>> engines = new ArrayList<>();
        sessions(stage, engines);
        Stage.awaitCollected(engines.toArray(new WeakReference<?>[0]));
        Stage.done();
    }

    private static void sessions(Stage stage, List<WeakReference<SSLEngine>> engines)
            throws IOException {
        SSLEngine first = stage.context().createSSLEngine(stage.host(), stage.port());
        SocketChannel channel = begin(stage.connect(first)).channel();
        SSLEngine second = stage.context().createSSLEngine(stage.host(), stage.port());
        second.setUseClientMode(true);
        begin(new EngineLink(channel, second));
        engines.add(new WeakReference<>(first));
        engines.add(new WeakReference<>(second));
    }

    private static EngineLink begin(EngineLink link) throws IOException {
        link.engine().beginHandshake();
        link.flush();
        return link;
    }
}
