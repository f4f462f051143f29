package io.github.tlsleak.apps.jdk;

import io.github.tlsleak.apps.support.Stage;

// peer: client http-close_notify
// expect-at-most: notice

/**
 * The client ends with close_notify. The answer depends on the release and is not compared.
 * Measured with TLS 1.2: close_notify, on 8 and 11 sometimes a reset. With TLS 1.3: end of the
 * stream, on 8 sometimes a reset.
 */
public final class HttpServerPeerClosed {
    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        new SmallServer(stage).serveAndStop();
        Stage.done();
    }
}
