package io.github.tlsleak.apps.libraries.http;

import io.netty.handler.ssl.SslProvider;
import java.io.Closeable;
import java.time.Duration;
import javax.net.ssl.X509TrustManager;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.netty.http.Http11SslContextSpec;
import reactor.netty.http.Http2SslContextSpec;
import reactor.netty.http.HttpProtocol;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;

/** The client of Reactor Netty. */
public final class ReactorClient extends HttpClientLibrary {

    public ReactorClient() {
        super(Can.CLOSE, Can.IDLE, Can.CANCEL, Can.TIME_OUT, Can.HTTP2);
    }

    @Override
    protected Client open(Wanted wanted) throws Exception {
        Http11SslContextSpec http1 = Http11SslContextSpec.forClient();
        Http2SslContextSpec http2 = Http2SslContextSpec.forClient();
        X509TrustManager trust = wanted.stage.trust(wanted.trusting);
        http1.configure(builder -> builder.sslProvider(SslProvider.JDK).trustManager(trust));
        http2.configure(builder -> builder.sslProvider(SslProvider.JDK).trustManager(trust));
        LoopResources loops = LoopResources.create("client", 1, true);
        ConnectionProvider pool = pool(wanted);
        HttpClient client =
                HttpClient.create(pool)
                        .runOn(loops)
                        .disableRetry(true)
                        .responseTimeout(Duration.ofMillis(wanted.patienceMillis()))
                        .protocol(wanted.http2 ? HttpProtocol.H2 : HttpProtocol.HTTP11)
                        .secure(spec -> spec.sslContext(wanted.http2 ? http2 : http1));
        return new Client() {

            @Override
            public String get(String url) {
                return body(url).block(Duration.ofSeconds(60));
            }

            @Override
            public Closeable start(String url) {
                Disposable call = body(url).subscribe(body -> {}, failure -> {});
                return call::dispose;
            }

            private Mono<String> body(String url) {
                return client.get().uri(url).responseContent().aggregate().asString();
            }

            @Override
            public void close() {
                pool.disposeLater().block(Duration.ofSeconds(20));
                loops.disposeLater(Duration.ZERO, Duration.ofSeconds(2)).block();
            }
        };
    }

    private static ConnectionProvider pool(Wanted wanted) {
        return ConnectionProvider.builder("client")
                .maxIdleTime(Duration.ofMillis(wanted.idleMillis()))
                .evictInBackground(Duration.ofMillis(500))
                .build();
    }
}
