package io.github.tlsleak.apps.libraries.http;

import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;

// cancelled expect: UNDERCUT notice SSLSocket client

/** OkHttp. */
public final class OkHttp extends HttpClientLibrary {

    public OkHttp() {
        super(Can.CLOSE, Can.IDLE, Can.CANCEL, Can.TIME_OUT, Can.HTTP2);
    }

    @Override
    protected Client open(Wanted wanted) throws Exception {
        OkHttpClient client =
                new OkHttpClient.Builder()
                        .sslSocketFactory(
                                wanted.stage.context(wanted.trusting).getSocketFactory(),
                                wanted.stage.trust(wanted.trusting))
                        .protocols(
                                wanted.http2
                                        ? Arrays.asList(Protocol.HTTP_2, Protocol.HTTP_1_1)
                                        : Collections.singletonList(Protocol.HTTP_1_1))
                        .connectionPool(
                                new ConnectionPool(5, wanted.idleMillis(), TimeUnit.MILLISECONDS))
                        .connectTimeout(wanted.patienceMillis(), TimeUnit.MILLISECONDS)
                        .readTimeout(wanted.patienceMillis(), TimeUnit.MILLISECONDS)
                        .writeTimeout(wanted.patienceMillis(), TimeUnit.MILLISECONDS)
                        .build();
        return new Client() {

            @Override
            public String get(String url) throws IOException {
                return body(call(url));
            }

            @Override
            public Closeable start(String url) {
                Call call = call(url);
                Background background = new Background(() -> body(call));
                return () -> {
                    call.cancel();
                    background.awaitFailure();
                };
            }

            private Call call(String url) {
                return client.newCall(new Request.Builder().url(url).build());
            }

            @Override
            public void close() {
                client.dispatcher().executorService().shutdown();
                client.connectionPool().evictAll();
            }
        };
    }

    private static String body(Call call) throws IOException {
        try (Response response = call.execute()) {
            return response.body().string();
        }
    }
}
