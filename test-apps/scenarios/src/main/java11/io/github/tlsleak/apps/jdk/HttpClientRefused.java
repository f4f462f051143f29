package io.github.tlsleak.apps.jdk;

import io.github.tlsleak.apps.support.Stage;
import java.io.IOException;

// peer: server fail
// jdk: 11+
// saw: eof
// expect-at-most: notice

/** The server refuses the handshake. */
public final class HttpClientRefused {
    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        try {
            ClientCall.get(stage);
            throw new IllegalStateException("the handshake must fail");
        } catch (IOException e) {
            Stage.sleep(300);
        }
        Stage.awaitCollected();
        Stage.done();
    }
}
