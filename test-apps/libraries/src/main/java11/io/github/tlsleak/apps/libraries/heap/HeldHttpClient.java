package io.github.tlsleak.apps.libraries.heap;

import io.github.tlsleak.apps.heap.HeapDumper;
import io.github.tlsleak.apps.support.Keys;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import javax.net.ssl.SSLContext;

/** The JDK's client in a static field. Arguments as those of {@link HeldPools}. */
public final class HeldHttpClient {

    static HttpClient client;

    private HeldHttpClient() {}

    public static void main(String[] args) throws Exception {
        client =
                HttpClient.newBuilder()
                        .sslContext(Keys.init(SSLContext.getInstance("TLS")))
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
        URI uri = URI.create("https://localhost:" + args[1] + "/");
        client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
        HeapDumper.live(args[0]);
        Runtime.getRuntime().halt(0);
    }
}
