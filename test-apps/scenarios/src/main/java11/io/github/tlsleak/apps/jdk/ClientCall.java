package io.github.tlsleak.apps.jdk;

import io.github.tlsleak.apps.support.Stage;
import java.lang.ref.WeakReference;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import javax.net.ssl.SSLParameters;

/** One request by java.net.http, used as its documentation says. */
final class ClientCall {
    private ClientCall() {}

    /** Sends a request, gives the peer time to end the connection and forgets the client. */
    static WeakReference<HttpClient> get(Stage stage) throws Exception {
        HttpClient client =
                HttpClient.newBuilder()
                        .sslContext(stage.context())
                        .sslParameters(new SSLParameters(null, stage.protocols()))
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
        URI uri = URI.create("https://" + stage.host() + ":" + stage.port() + "/");
        client.send(
                HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(5)).build(),
                HttpResponse.BodyHandlers.ofString());
        Stage.sleep(500);
        return new WeakReference<>(client);
    }
}
