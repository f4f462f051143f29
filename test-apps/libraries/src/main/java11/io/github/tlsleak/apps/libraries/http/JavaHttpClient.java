package io.github.tlsleak.apps.libraries.http;

import java.io.Closeable;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

// kept,timed-out,cancelled,idle,h2-kept,h2-cancelled expect: UNDERCUT notice SSLEngine client
// last expect: UNDERCUT notice SSLEngine client x2

/** The JDK's java.net.http.HttpClient, which is closed by being forgotten up to JDK 20. */
public final class JavaHttpClient extends HttpClientLibrary {

    public JavaHttpClient() {
        super(Can.CANCEL, Can.TIME_OUT, Can.HTTP2, Can.IDLE);
    }

    @Override
    protected Client open(Wanted wanted) throws Exception {
        HttpClient client =
                HttpClient.newBuilder()
                        .sslContext(wanted.stage.context(wanted.trusting))
                        .version(
                                wanted.http2
                                        ? HttpClient.Version.HTTP_2
                                        : HttpClient.Version.HTTP_1_1)
                        .build();
        return new Client() {

            @Override
            public String get(String url) throws Exception {
                return client.send(request(url), BodyHandlers.ofString()).body();
            }

            @Override
            public Closeable start(String url) {
                CompletableFuture<HttpResponse<String>> call =
                        client.sendAsync(request(url), BodyHandlers.ofString());
                return () -> call.cancel(true);
            }

            private HttpRequest request(String url) {
                return HttpRequest.newBuilder(URI.create(url))
                        .timeout(Duration.ofMillis(wanted.patienceMillis()))
                        .build();
            }

            @Override
            public void close() throws java.io.IOException {
                if (client instanceof AutoCloseable) {
                    try {
                        ((AutoCloseable) client).close();
                    } catch (Exception e) {
                        throw new java.io.IOException(e);
                    }
                }
            }
        };
    }
}
