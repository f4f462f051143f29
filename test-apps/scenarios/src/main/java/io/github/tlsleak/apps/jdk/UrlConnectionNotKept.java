package io.github.tlsleak.apps.jdk;

import io.github.tlsleak.apps.support.Stage;

// peer: server http-await
// jvm: -Dhttp.keepAlive=false
// saw: close_notify
// expect: none

/** Without keep-alive the JDK closes the connection, with close_notify, once the answer is read. */
public final class UrlConnectionNotKept {
    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        UrlCall.prepare(stage);
        UrlCall.get(stage);
        Stage.awaitCollected();
        Stage.done();
    }
}
