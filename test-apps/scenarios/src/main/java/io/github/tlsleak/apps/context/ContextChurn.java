package io.github.tlsleak.apps.context;

import io.github.tlsleak.apps.support.App;
import java.io.IOException;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;

// peer: server await
// saw: close_notify x25
// expect: CONTEXT_CHURN SSLContext
// count: CLOSED 25

/**
 * A new context for each of 25 connections: every one loads its trust store and none can resume a
 * session of another. The sessions themselves are closed.
 */
public final class ContextChurn {
    public static void main(String[] args) throws Exception {
        App app = App.of(args);
        for (int i = 0; i < 25; i++) {
            call(app);
        }
        App.awaitCollected();
        App.done();
    }

    private static void call(App app) throws GeneralSecurityException, IOException {
        SSLContext context = App.init(SSLContext.getInstance("TLS"));
        app.ping(context.getSocketFactory().createSocket(app.host(), app.port())).close();
    }
}
