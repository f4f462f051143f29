package io.github.tlsleak.apps.jdk;

import io.github.tlsleak.apps.support.App;

// peer: server http-close_notify
// jdk: 11+
// expect-at-most: notice

/**
 * The server ends the idle connection with close_notify. Whether the client answers before it
 * closes the channel depends on the release and on timing, so it is not compared.
 */
public final class HttpClientPeerClosed {
    public static void main(String[] args) throws Exception {
        App app = App.of(args);
        App.awaitCollected(ClientCall.get(app));
        App.sleep(500);
        App.awaitCollected();
        App.done();
    }
}
