package io.github.tlsleak.apps.jdk;

import io.github.tlsleak.apps.support.Stage;

// peer: client stall
// saw: eof
// expect-at-most: notice

/** A client connects and never sends a ClientHello. */
public final class HttpServerStalled {
    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        new SmallServer(stage).stopAfter(3_000);
        Stage.done();
    }
}
