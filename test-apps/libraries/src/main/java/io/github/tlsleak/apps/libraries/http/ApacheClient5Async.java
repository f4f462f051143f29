package io.github.tlsleak.apps.libraries.http;

import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.async.methods.SimpleHttpResponse;
import org.apache.hc.client5.http.async.methods.SimpleRequestBuilder;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClientBuilder;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

// last expect: UNSENT notice SSLEngine client x2
// timed-out,cancelled,h2-cancelled expect: UNDERCUT notice SSLEngine client

/** Apache HttpClient 5, asynchronous. */
public final class ApacheClient5Async extends HttpClientLibrary {

    public ApacheClient5Async() {
        super(Can.CLOSE, Can.IDLE, Can.CANCEL, Can.TIME_OUT, Can.HTTP2);
    }

    @Override
    protected Client open(Wanted wanted) throws Exception {
        CloseableHttpAsyncClient client = client(wanted);
        client.start();
        return new Client() {

            @Override
            public String get(String url) throws Exception {
                return ask(url).get(60, TimeUnit.SECONDS).getBodyText();
            }

            @Override
            public Closeable start(String url) {
                Future<SimpleHttpResponse> call = ask(url);
                return () -> call.cancel(true);
            }

            private Future<SimpleHttpResponse> ask(String url) {
                return client.execute(SimpleRequestBuilder.get(url).build(), null);
            }

            @Override
            public void close() throws IOException {
                client.close(CloseMode.GRACEFUL);
            }
        };
    }

    private static CloseableHttpAsyncClient client(Wanted wanted) throws Exception {
        HttpVersionPolicy policy =
                wanted.http2 ? HttpVersionPolicy.NEGOTIATE : HttpVersionPolicy.FORCE_HTTP_1;
        RequestConfig config =
                RequestConfig.custom()
                        .setResponseTimeout(Timeout.ofMilliseconds(wanted.patienceMillis()))
                        .build();
        HttpAsyncClientBuilder builder =
                HttpAsyncClients.custom()
                        .setConnectionManager(
                                PoolingAsyncClientConnectionManagerBuilder.create()
                                        .setDefaultTlsConfig(
                                                TlsConfig.custom().setVersionPolicy(policy).build())
                                        .setTlsStrategy(
                                                new DefaultClientTlsStrategy(
                                                        wanted.stage.context(wanted.trusting)))
                                        .build())
                        .setDefaultRequestConfig(config);
        if (wanted.idleSeconds > 0) {
            builder.evictIdleConnections(TimeValue.of(wanted.idleSeconds, TimeUnit.SECONDS));
        }
        return builder.build();
    }
}
