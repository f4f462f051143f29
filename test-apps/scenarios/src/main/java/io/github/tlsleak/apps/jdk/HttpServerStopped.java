package io.github.tlsleak.apps.jdk;

import io.github.tlsleak.apps.support.Stage;

// peer: client http-await
// saw: close_notify
// saw[jdk<=24]: eof
// expect-at-most: notice

/**
 * The server is stopped while a client keeps its connection idle. Measured: a bare end of the
 * stream up to 21, a close_notify from 25 on.
 */
public final class HttpServerStopped {
    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        new SmallServer(stage).serveAndStop();
        Stage.done();
    }
}
