package io.github.tlsleak.apps.jdk;

import io.github.tlsleak.apps.support.App;
import java.lang.ref.WeakReference;

// peer: server http-await
// jdk: 11+
// saw: eof
// expect: UNDERCUT notice SSLEngine client

/**
 * The client is forgotten with an idle connection in its pool: it closes the channel without
 * closing TLS, by design of java.net.http.
 */
public final class HttpClientForgotten {
    public static void main(String[] args) throws Exception {
        App app = App.of(args);
        App.awaitCollected(ClientCall.get(app));
        awaitEnd();
        App.awaitCollected(new WeakReference<>(new Object()));
        App.done();
    }

    /** Its own thread looks every few seconds for whether the client is still wanted. */
    private static void awaitEnd() throws InterruptedException {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().contains("SelectorManager")) {
                thread.join(20_000);
            }
        }
    }
}
