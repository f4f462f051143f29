package io.github.tlsleak.apps.engine;

import io.github.tlsleak.apps.support.App;
import io.github.tlsleak.apps.support.EngineLink;
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
        App app = App.of(args);
        List<WeakReference<SSLEngine>> engines = new ArrayList<>();
        sessions(app, engines);
        App.awaitCollected(engines.toArray(new WeakReference<?>[0]));
        App.done();
    }

    private static void sessions(App app, List<WeakReference<SSLEngine>> engines)
            throws IOException {
        SSLEngine first = app.context().createSSLEngine(app.host(), app.port());
        SocketChannel channel = begin(app.connect(first)).channel();
        SSLEngine second = app.context().createSSLEngine(app.host(), app.port());
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
