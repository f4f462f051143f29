package io.github.tlsleak.apps.libraries.http;

import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClientBuilder;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.util.EntityUtils;

/** Apache HttpClient 4.5. */
public final class ApacheClient4 extends HttpClientLibrary {

    public ApacheClient4() {
        super(Can.CLOSE, Can.IDLE, Can.CANCEL, Can.TIME_OUT);
    }

    @Override
    protected Client open(Wanted wanted) throws Exception {
        RequestConfig config =
                RequestConfig.custom().setSocketTimeout(wanted.patienceMillis()).build();
        HttpClientBuilder builder =
                HttpClients.custom()
                        .setSSLContext(wanted.stage.context(wanted.trusting))
                        .setDefaultRequestConfig(config);
        if (wanted.idleSeconds > 0) {
            builder.evictIdleConnections(wanted.idleSeconds, TimeUnit.SECONDS);
        }
        CloseableHttpClient client = builder.build();
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
                    request.abort();
                    call.awaitFailure();
                };
            }

            @Override
            public void close() throws IOException {
                client.close();
            }
        };
    }

    private static String body(CloseableHttpClient client, HttpGet request) throws IOException {
        try (CloseableHttpResponse response = client.execute(request)) {
            return EntityUtils.toString(response.getEntity());
        }
    }
}
