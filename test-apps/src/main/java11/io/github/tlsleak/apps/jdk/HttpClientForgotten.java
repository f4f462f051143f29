package io.github.tlsleak.apps.jdk;

import io.github.tlsleak.apps.support.App;

// peer: server http-await
// jdk: 11+
// saw: eof
// expect-at-most: notice

/**
 * The client is forgotten with an idle connection in its pool: it closes the channel without
 * closing TLS, by design of java.net.http.
 */
public final class HttpClientForgotten {
    public static void main(String[] args) throws Exception {
        App app = App.of(args);
        App.awaitCollected(ClientCall.get(app));
        App.sleep(500);
        App.awaitCollected();
        App.done();
    }
}
