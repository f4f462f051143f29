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
 * A handshake gets no answer and is given up. Another engine tries it again over the same channel.
 * Then both engines and the channel are forgotten: one descriptor is lost, and it counts for the
 * second engine.
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
