package io.github.tlsleak.apps.jdk;

import io.github.tlsleak.apps.support.Stage;

// peer: server http-await
// saw: close_notify
// expect: none

/**
 * The connection goes back to the keep-alive cache, whose timer closes it with a close_notify five
 * to ten seconds later.
 */
public final class UrlConnectionKeptAlive {
    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        UrlCall.prepare(stage);
        UrlCall.get(stage);
        Stage.sleep(11_000);
        Stage.awaitCollected();
        Stage.done();
    }
}
