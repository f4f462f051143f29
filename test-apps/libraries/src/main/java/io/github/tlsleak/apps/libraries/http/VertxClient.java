package io.github.tlsleak.apps.libraries.http;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.TrustOptions;
import java.io.Closeable;
import java.io.IOException;

/** The client of Vert.x. */
public final class VertxClient extends HttpClientLibrary {

    public VertxClient() {
        super(Can.CLOSE, Can.IDLE, Can.CANCEL, Can.TIME_OUT, Can.HTTP2);
    }

    @Override
    protected Client open(Wanted wanted) throws Exception {
        Vertx vertx = Vertx.vertx();
        HttpClient client = create(vertx, options(wanted));
        return new Client() {

            @Override
            public String get(String url) throws Exception {
                Buffer body =
                        VertxServer.await(
                                client.request(request(url))
                                        .compose(HttpClientRequest::send)
                                        .compose(response -> response.body()));
                return body.toString();
            }

            @Override
            public Closeable start(String url) throws Exception {
                HttpClientRequest request = VertxServer.await(client.request(request(url)));
                request.send();
                return () -> call(request, "reset");
            }

            private RequestOptions request(String url) {
                return new RequestOptions()
                        .setMethod(HttpMethod.GET)
                        .setAbsoluteURI(url)
                        .setTimeout(wanted.patienceMillis());
            }

            @Override
            public void close() throws IOException {
                try {
                    VertxServer.await(client.close());
                    VertxServer.await(vertx.close());
                } catch (Exception e) {
                    throw new IOException(e);
                }
            }
        };
    }

    /**
     * Calls {@code vertx.createHttpClient(options)} by reflection, because its return type changed
     * in release 5.
     */
    private static HttpClient create(Vertx vertx, HttpClientOptions options) throws Exception {
        return (HttpClient)
                Vertx.class
                        .getMethod("createHttpClient", HttpClientOptions.class)
                        .invoke(vertx, options);
    }

    /** A method whose return type changed in release 5. */
    private static void call(HttpClientRequest request, String method) {
        try {
            HttpClientRequest.class.getMethod(method).invoke(request);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpClientOptions options(Wanted wanted) throws Exception {
        return new HttpClientOptions()
                .setSsl(true)
                .setUseAlpn(wanted.http2)
                .setProtocolVersion(wanted.http2 ? HttpVersion.HTTP_2 : HttpVersion.HTTP_1_1)
                .setTrustOptions(TrustOptions.wrap(wanted.stage.trust(wanted.trusting)))
                .setKeepAliveTimeout(wanted.idleMillis() / 1_000)
                .setHttp2KeepAliveTimeout(wanted.idleMillis() / 1_000);
    }
}
