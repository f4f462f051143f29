package io.github.tlsleak.apps.jdk;

import io.github.tlsleak.apps.support.App;

// peer: client http-close_notify
// expect-at-most: notice

/**
 * The client ends with close_notify. What it gets back depends on the release and is not
 * compared. Measured with TLS 1.2: reset (8, 11), close_notify (17 to 28); with TLS 1.3: reset
 * (8), end of the stream (11 to 28).
 */
public final class HttpServerPeerClosed {
    public static void main(String[] args) throws Exception {
        App app = App.of(args);
        new SmallServer(app).serveAndStop();
        App.done();
    }
}
