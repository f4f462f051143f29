package io.github.tlsleak.apps.jdk;

import io.github.tlsleak.apps.support.Stage;

// peer: client http-reset
// saw: nothing
// expect-at-most: notice

/** The client resets the connection after the answer. */
public final class HttpServerPeerReset {
    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        new SmallServer(stage).serveAndStop();
        Stage.done();
    }
}
