package io.github.tlsleak.apps.libraries.http;

import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

// last expect: UNDERCUT notice SSLSocket client x2
// timed-out,cancelled expect: UNDERCUT notice SSLSocket client

/** Apache HttpClient 5, classic. */
public final class ApacheClient5 extends HttpClientLibrary {

    public ApacheClient5() {
        super(Can.CLOSE, Can.IDLE, Can.CANCEL, Can.TIME_OUT);
    }

    @Override
    protected Client open(Wanted wanted) throws Exception {
        CloseableHttpClient client = client(wanted);
        return new Client() {

            @Override
            public String get(String url) throws IOException {
                return body(client, new HttpGet(url));
            }

            @Override
            public Closeable start(String url) {
                HttpGet request = new HttpGet(url);
                Background call = new Background(() -> body(client, request));
                return () -> {
                    request.cancel();
                    call.awaitFailure();
                };
            }

            @Override
            public void close() throws IOException {
                client.close();
            }
        };
    }

    private static CloseableHttpClient client(Wanted wanted) throws Exception {
        RequestConfig config =
                RequestConfig.custom()
                        .setResponseTimeout(Timeout.ofMilliseconds(wanted.patienceMillis()))
                        .build();
        HttpClientBuilder builder =
                HttpClients.custom()
                        .setConnectionManager(
                                PoolingHttpClientConnectionManagerBuilder.create()
                                        .setTlsSocketStrategy(
                                                new DefaultClientTlsStrategy(
                                                        wanted.stage.context(wanted.trusting)))
                                        .build())
                        .setDefaultRequestConfig(config);
        if (wanted.idleSeconds > 0) {
            builder.evictIdleConnections(TimeValue.of(wanted.idleSeconds, TimeUnit.SECONDS));
        }
        return builder.build();
    }

    private static String body(CloseableHttpClient client, HttpGet request) throws IOException {
        return client.execute(request, response -> EntityUtils.toString(response.getEntity()));
    }
}
