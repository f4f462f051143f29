package io.github.tlsleak.apps.jdk;

import io.github.tlsleak.apps.support.Stage;

// peer: client http-fin
// saw: close_notify
// saw[jdk<=24]: eof
// expect-at-most: notice

/** The client ends TCP without close_notify. Measured: the server answers with one from 25 on. */
public final class HttpServerPeerFin {
    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        new SmallServer(stage).serveAndStop();
        Stage.done();
    }
}
