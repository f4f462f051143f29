package io.github.tlsleak.apps.closing;

import io.github.tlsleak.apps.support.App;
import io.github.tlsleak.apps.support.EngineLink;
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

/** What one class has opened another closes wrongly: that one is to blame. */
public final class ClosedElsewhere {
    public static void main(String[] args) throws Exception {
        App app = App.of(args);
        App.awaitCollected(sessions(app).toArray(new WeakReference<?>[0]));
        App.done();
    }

    private static List<WeakReference<?>> sessions(App app) throws Exception {
        List<WeakReference<?>> sessions = new ArrayList<>();
        SSLSocket proxied = proxied(app);
        Closers.rawFirst(proxied);
        sessions.add(new WeakReference<>(proxied));
        SSLSocket half = app.ping(app.factory().createSocket(app.host(), app.port()));
        Closers.half(half);
        sessions.add(new WeakReference<>(half));
        EngineLink unsent =
                app.connect(app.context().createSSLEngine(app.host(), app.port())).ping();
        Closers.withoutWrap(unsent);
        sessions.add(new WeakReference<>(unsent.engine()));
        EngineLink undercut =
                app.connect(app.context().createSSLEngine(app.host(), app.port())).ping();
        Closers.channelOnly(undercut);
        sessions.add(new WeakReference<>(undercut.engine()));
        return sessions;
    }

    private static SSLSocket proxied(App app) throws IOException {
        Socket proxy = new Socket(app.host(), app.port());
        SSLSocket tls =
                app.restrict(app.factory().createSocket(proxy, app.host(), app.port(), false));
        return app.ping(new ProxiedSocket(tls, proxy, true));
    }
}
