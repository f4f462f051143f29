package io.github.tlsleak.apps.jdk;

import io.github.tlsleak.apps.support.App;

// peer: client http-fin
// saw: close_notify
// saw[jdk<=24]: eof
// expect-at-most: notice

/** The client ends TCP without close_notify. Measured: the server answers with one from 25 on. */
public final class HttpServerPeerFin {
    public static void main(String[] args) throws Exception {
        App app = App.of(args);
        new SmallServer(app).serveAndStop();
        App.done();
    }
}
