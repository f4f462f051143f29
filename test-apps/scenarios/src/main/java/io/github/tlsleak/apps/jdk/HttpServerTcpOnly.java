package io.github.tlsleak.apps.jdk;

import io.github.tlsleak.apps.support.App;

// peer: client tcp-only
// saw: nothing
// expect-at-most: notice

/** A port scanner connects and hangs up. */
public final class HttpServerTcpOnly {
    public static void main(String[] args) throws Exception {
        App app = App.of(args);
        new SmallServer(app).stopAfter(3_000);
        App.done();
    }
}
