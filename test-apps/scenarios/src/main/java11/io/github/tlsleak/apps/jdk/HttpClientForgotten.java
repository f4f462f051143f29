package io.github.tlsleak.apps.jdk;

import io.github.tlsleak.apps.support.Stage;
import java.lang.ref.WeakReference;

// peer: server http-await
// jdk: 11+
// saw: eof
// expect: UNDERCUT notice SSLEngine client

/**
 * The client is forgotten with an idle connection in its pool. It closes the channel without
 * closing TLS, by design of java.net.http.
 */
public final class HttpClientForgotten {
    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        Stage.awaitCollected(ClientCall.get(stage));
        awaitEnd();
        Stage.awaitCollected(new WeakReference<>(new Object()));
        Stage.done();
    }

    /** Every few seconds the client's own thread checks whether the client is still in use. */
    private static void awaitEnd() throws InterruptedException {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().contains("SelectorManager")) {
                thread.join(20_000);
            }
        }
    }
}
