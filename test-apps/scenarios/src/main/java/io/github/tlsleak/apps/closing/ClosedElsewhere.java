package io.github.tlsleak.apps.closing;

import io.github.tlsleak.apps.support.EngineLink;
import io.github.tlsleak.apps.support.Stage;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLSocket;

// peer: server await
// saw: any
// expect: UNDERCUT defect SSLSocket client
// expect: HALF_CLOSED leak SSLSocket client
// expect: UNSENT defect SSLEngine client
// expect: UNDERCUT defect SSLEngine client
// sites: 4

/** One class opens sessions. Another class closes them wrongly and must be blamed. */
public final class ClosedElsewhere {
    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        Stage.awaitCollected(sessions(stage).toArray(new WeakReference<?>[0]));
        Stage.done();
    }

    private static List<WeakReference<?>> sessions(Stage stage) throws Exception {
        List<WeakReference<?>> sessions = new ArrayList<>();
        SSLSocket proxied = proxied(stage);
        Closers.rawFirst(proxied);
        sessions.add(new WeakReference<>(proxied));
        SSLSocket half = stage.ping(stage.factory().createSocket(stage.host(), stage.port()));
        Closers.half(half);
        sessions.add(new WeakReference<>(half));
        EngineLink unsent = unsent(stage);
        Closers.withoutWrap(unsent);
        sessions.add(new WeakReference<>(unsent.engine()));
        EngineLink undercut = undercut(stage);
        Closers.channelOnly(undercut);
        sessions.add(new WeakReference<>(undercut.engine()));
        return sessions;
    }

    private static EngineLink unsent(Stage stage) throws Exception {
        return stage.connect(stage.context().createSSLEngine(stage.host(), stage.port())).ping();
    }

    private static EngineLink undercut(Stage stage) throws Exception {
        return stage.connect(stage.context().createSSLEngine(stage.host(), stage.port())).ping();
    }

    private static SSLSocket proxied(Stage stage) throws IOException {
        Socket proxy = new Socket(stage.host(), stage.port());
        SSLSocket tls =
                stage.restrict(
                        stage.factory().createSocket(proxy, stage.host(), stage.port(), false));
        return stage.ping(new ProxiedSocket(tls, proxy, true));
    }
}
