package io.github.tlsleak.apps.jdk;

import io.github.tlsleak.apps.support.App;

// peer: none
// expect: none

/**
 * Asking for default parameters makes the JDK create and drop unconnected sockets
 * (SSLContextSpi.getDefaultSocket): never reported.
 */
public final class DefaultParameters {
    public static void main(String[] args) throws Exception {
        App app = App.of(args);
        for (int i = 0; i < 10; i++) {
            app.context().getDefaultSSLParameters();
            app.context().getSupportedSSLParameters();
        }
        App.awaitCollected();
        App.done();
    }
}
