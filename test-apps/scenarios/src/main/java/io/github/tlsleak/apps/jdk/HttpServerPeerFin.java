package io.github.tlsleak.apps.jdk;

import io.github.tlsleak.apps.support.Stage;

// peer: client http-fin
// saw: close_notify
// saw[jdk<=24]: eof
// expect-at-most: notice

/**
 * The client ends TCP without close_notify. Measured: from 25 on the server answers with a
 * close_notify.
 */
public final class HttpServerPeerFin {
    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        new SmallServer(stage).serveAndStop();
        Stage.done();
    }
}
