package io.github.tlsleak.apps.bugs;

import io.github.tlsleak.apps.support.Situation;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.client.HttpClient;

// library: Jetty client
// bad: jetty-client-10.0.17
// good: jetty-client-10.0.18
// link: https://github.com/jetty/jetty.project/issues/10786
// what: connection whose handshake failed
// peer: silent
// jdk: 11+
// holds: org.eclipse.jetty.client.HttpConnection$RequestTimeouts.this$0

/** A client that does not trust its server. A request may take ten minutes. */
public final class JettyHandshakeRefused implements Situation<BugStage> {

    private HttpClient client;

    @Override
    public void play(BugStage stage) throws Exception {
        if (client == null) {
            stage.keepsSessions();
            stage.countsAlone();
            client = new HttpClient();
            client.start();
        }
        String url = "https://" + stage.host() + ":" + stage.port() + "/";
        Failure.of(
                ExecutionException.class,
                "PKIX",
                () -> client.newRequest(url).timeout(10, TimeUnit.MINUTES).send());
    }
}
