package io.github.tlsleak.apps.jdk;

import io.github.tlsleak.apps.support.App;

// peer: client stall
// saw: eof
// expect-at-most: notice

/** A client connects and never sends a ClientHello. */
public final class HttpServerStalled {
    public static void main(String[] args) throws Exception {
        App app = App.of(args);
        new SmallServer(app).stopAfter(3_000);
        App.done();
    }
}
