package io.github.tlsleak.apps.engine;

import io.github.tlsleak.apps.support.EngineLink;
import io.github.tlsleak.apps.support.Stage;
import io.github.tlsleak.apps.support.TrustsNobody;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.channels.SocketChannel;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManager;

// peer: server await
// saw: any
// expect: FAILED leak SSLEngine client x3

/**
 * The handshake fails. Three engines are forgotten with their channels, whose descriptors stay open
 * until the JVM ends. The channels of others are no leaks: one is closed before its engine is
 * forgotten, one after that, and one is still held when the program ends.
 */
public final class EngineHandshakesFailed {
    private static SocketChannel held;

    private final Stage stage;
    private final SSLContext untrusting;
    private final List<WeakReference<SSLEngine>> engines = new ArrayList<>();

    private EngineHandshakesFailed(Stage stage) throws GeneralSecurityException {
        this.stage = stage;
        untrusting = SSLContext.getInstance("TLS");
        untrusting.init(null, new TrustManager[] {new TrustsNobody()}, null);
    }

    public static void main(String[] args) throws Exception {
        EngineHandshakesFailed all = new EngineHandshakesFailed(Stage.of(args));
        for (int i = 0; i < 3; i++) {
            all.failed();
        }
        all.failed().close();
        SocketChannel later = all.failed();
        held = all.failed();
        Stage.awaitCollected(all.engines.toArray(new WeakReference<?>[0]));
        later.close();
        Stage.done();
    }

    private SocketChannel failed() throws IOException {
        SSLEngine engine = untrusting.createSSLEngine(stage.host(), stage.port());
        engines.add(new WeakReference<>(engine));
        EngineLink link = stage.connect(engine);
        try {
            link.handshake();
            throw new IllegalStateException("the handshake must fail");
        } catch (SSLException e) {
            link.flush();
        }
        return link.channel();
    }
}
