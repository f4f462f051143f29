package io.github.tlsleak.apps.bugs;

import io.github.tlsleak.apps.support.Situation;
import javax.ws.rs.client.Client;
import javax.ws.rs.client.ClientBuilder;
import javax.ws.rs.core.Response;

// library: Jersey client
// bad: jersey-2.46
// good: jersey-2.46
// mended: with the entity read before the response is closed
// link: https://github.com/eclipse-ee4j/jersey/issues/5879
// what: connection for each request, closed in order
// peer: http
// saw: nothing
// count: CLOSED 0
// owner: application
// frame: org.glassfish.jersey.client.internal.HttpUrlConnector
// reader: org.glassfish.jersey
// options: session.live=15,stuck=12s
// expect: SESSION_CHURN notice SSLSocket

/** Closes each response before its body has arrived, and so the connection. */
public final class JerseyNotReused implements Situation<BugStage> {

    private static final int REQUESTS = 5;

    private Client client;

    @Override
    public void play(BugStage stage) {
        if (client == null) {
            stage.keepsSessions();
            stage.countsAlone();
            client =
                    ClientBuilder.newBuilder()
                            .sslContext(stage.context())
                            .hostnameVerifier((host, session) -> true)
                            .build();
        }
        String url = "https://" + stage.host() + ":" + stage.port() + "/";
        for (int i = 0; i < REQUESTS; i++) {
            Response response = client.target(url).request().get();
            if (stage.isMended()) {
                response.readEntity(String.class);
            }
            response.close();
        }
    }
}
