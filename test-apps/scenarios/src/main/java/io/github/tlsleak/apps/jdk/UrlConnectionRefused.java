package io.github.tlsleak.apps.jdk;

import io.github.tlsleak.apps.support.Stage;
import java.io.IOException;

// peer: server fail
// saw: eof
// expect: none

/** The server refuses the handshake. The request fails, and the JDK closes the socket. */
public final class UrlConnectionRefused {
    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        UrlCall.prepare(stage);
        try {
            UrlCall.get(stage);
            throw new IllegalStateException("the handshake must fail");
        } catch (IOException e) {
            Stage.awaitCollected();
        }
        Stage.done();
    }
}
