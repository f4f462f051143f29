package io.github.tlsleak.apps.context;

import io.github.tlsleak.apps.support.Stage;

// peer: server await
// saw: close_notify x30
// expect: none
// count: CLOSED 30

/** One context and many sessions: the right way. */
public final class ContextShared {
    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        for (int i = 0; i < 30; i++) {
            stage.ping(stage.factory().createSocket(stage.host(), stage.port())).close();
        }
        Stage.awaitCollected();
        Stage.done();
    }
}
