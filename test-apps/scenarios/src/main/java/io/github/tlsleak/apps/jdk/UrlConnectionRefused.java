package io.github.tlsleak.apps.jdk;

import io.github.tlsleak.apps.support.App;
import java.io.IOException;

// peer: server fail
// saw: eof
// expect: none

/** The server refuses the handshake; the request fails, the JDK closes the socket. */
public final class UrlConnectionRefused {
    public static void main(String[] args) throws Exception {
        App app = App.of(args);
        UrlCall.prepare(app);
        try {
            UrlCall.get(app);
            throw new IllegalStateException("the handshake must fail");
        } catch (IOException e) {
            App.awaitCollected();
        }
        App.done();
    }
}
