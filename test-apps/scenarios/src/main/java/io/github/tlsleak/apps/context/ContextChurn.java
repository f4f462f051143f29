package io.github.tlsleak.apps.context;

import io.github.tlsleak.apps.support.Stage;
import java.io.IOException;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;

// peer: server await
// saw: close_notify x25
// expect: CONTEXT_CHURN notice SSLContext
// count: CLOSED 25

/**
 * A new context for each of 25 connections. Each context loads its trust store, and none can resume
 * a session of another. The sessions themselves are closed.
 */
public final class ContextChurn {
    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        for (int i = 0; i < 25; i++) {
            call(stage);
        }
        Stage.awaitCollected();
        Stage.done();
    }

    private static void call(Stage stage) throws GeneralSecurityException, IOException {
        SSLContext context = Stage.init(SSLContext.getInstance("TLS"));
        stage.ping(context.getSocketFactory().createSocket(stage.host(), stage.port())).close();
    }
}
