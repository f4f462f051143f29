package io.github.tlsleak.apps.misuse;

import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;

/** Makes clients as programs do. */
final class HttpClient5Pools {

    private HttpClient5Pools() {}

    static CloseableHttpClient client(MisuseStage stage, int connections) {
        return HttpClients.custom()
                .setConnectionManager(
                        PoolingHttpClientConnectionManagerBuilder.create()
                                .setTlsSocketStrategy(new DefaultClientTlsStrategy(stage.context()))
                                .setMaxConnTotal(connections)
                                .setMaxConnPerRoute(connections)
                                .build())
                .build();
    }
}
