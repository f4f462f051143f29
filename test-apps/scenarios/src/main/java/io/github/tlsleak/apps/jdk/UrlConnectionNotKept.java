package io.github.tlsleak.apps.jdk;

import io.github.tlsleak.apps.support.App;

// peer: server http-await
// jvm: -Dhttp.keepAlive=false
// saw: close_notify
// expect: none

/** Without keep-alive the JDK closes the connection, with close_notify, once the answer is read. */
public final class UrlConnectionNotKept {
    public static void main(String[] args) throws Exception {
        App app = App.of(args);
        UrlCall.prepare(app);
        UrlCall.get(app);
        App.awaitCollected();
        App.done();
    }
}
