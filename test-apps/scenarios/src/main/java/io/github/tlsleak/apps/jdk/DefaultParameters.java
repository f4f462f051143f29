package io.github.tlsleak.apps.jdk;

import io.github.tlsleak.apps.support.Stage;

// peer: none
// expect: none

/**
 * A call for default parameters makes the JDK create and drop unconnected sockets
 * (SSLContextSpi.getDefaultSocket). They are never reported.
 */
public final class DefaultParameters {
    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        for (int i = 0; i < 10; i++) {
            stage.context().getDefaultSSLParameters();
            stage.context().getSupportedSSLParameters();
        }
        Stage.awaitCollected();
        Stage.done();
    }
}
