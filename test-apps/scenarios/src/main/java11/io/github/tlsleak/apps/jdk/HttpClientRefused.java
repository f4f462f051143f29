package io.github.tlsleak.apps.jdk;

import io.github.tlsleak.apps.support.App;
import java.io.IOException;

// peer: server fail
// jdk: 11+
// saw: eof
// expect-at-most: notice

/** The server refuses the handshake. */
public final class HttpClientRefused {
    public static void main(String[] args) throws Exception {
        App app = App.of(args);
        try {
            ClientCall.get(app);
            throw new IllegalStateException("the handshake must fail");
        } catch (IOException e) {
            App.sleep(300);
        }
        App.awaitCollected();
        App.done();
    }
}
