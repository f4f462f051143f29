package io.github.tlsleak.apps.context;

import io.github.tlsleak.apps.support.App;

// peer: server await
// saw: close_notify x30
// expect: none
// count: CLOSED 30

/** One context, many sessions: as it should be. */
public final class ContextShared {
    public static void main(String[] args) throws Exception {
        App app = App.of(args);
        for (int i = 0; i < 30; i++) {
            app.ping(app.factory().createSocket(app.host(), app.port())).close();
        }
        App.awaitCollected();
        App.done();
    }
}
