package io.github.tlsleak.apps.jdk;

import io.github.tlsleak.apps.support.Stage;

// peer: client tcp-only
// saw: nothing
// expect-at-most: notice

/** A port scanner connects and hangs up. */
public final class HttpServerTcpOnly {
    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        new SmallServer(stage).stopAfter(3_000);
        Stage.done();
    }
}
