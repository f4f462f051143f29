package io.github.tlsleak.apps.jdk;

import io.github.tlsleak.apps.support.Stage;

// peer: server http-close_notify
// jdk: 11+
// expect-at-most: notice

/**
 * The server ends the idle connection with close_notify. Whether the client answers before it
 * closes the channel depends on the release and on timing. So the end is not compared.
 */
public final class HttpClientPeerClosed {
    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        Stage.awaitCollected(ClientCall.get(stage));
        Stage.sleep(500);
        Stage.awaitCollected();
        Stage.done();
    }
}
