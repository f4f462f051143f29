package io.github.tlsleak.apps.jdk;

import io.github.tlsleak.apps.support.App;

// peer: client http-reset
// saw: nothing
// expect-at-most: notice

/** The client resets the connection after the answer. */
public final class HttpServerPeerReset {
    public static void main(String[] args) throws Exception {
        App app = App.of(args);
        new SmallServer(app).serveAndStop();
        App.done();
    }
}
