package io.github.tlsleak.apps.bugs;

import io.github.tlsleak.apps.support.Situation;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslProvider;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import java.time.Duration;
import reactor.netty.http.client.HttpClient;

// library: Reactor Netty (Spring Cloud Gateway)
// bad: reactor-netty-0.9.14
// good: reactor-netty-0.9.14
// mended: with a session cache of 5
// link: https://github.com/spring-cloud/spring-cloud-gateway/issues/2328
// what: session cache of a client without a pool, which grows with every connection
// peer: http
// jdk: 11+
// saw: close_notify x30
// count: CLOSED 30
// owner: application
// frame: io.netty.handler.ssl.SslContextBuilder.build
// options: session.cache=15,stuck=6s
// expect: CACHE_HOARD notice SSLContext
// holds: sun.security.ssl.SSLSessionContextImpl.sessionCache
// kept: 12
// class: sun.security.ssl.SSLSessionImpl

/** A client that connects anew for each request. Over TLS 1.3 each connection leaves sessions. */
public final class GatewayClientCache implements Situation<BugStage> {

    private static final int REQUESTS = 6;

    private HttpClient client;

    @Override
    public void play(BugStage stage) throws Exception {
        if (client == null) {
            stage.keepsSessions();
            stage.countsAlone();
            SslContext context = context(stage.isMended() ? 5 : 0);
            client =
                    HttpClient.newConnection()
                            .secure(
                                    spec ->
                                            spec.sslContext(context)
                                                    .handlerConfigurator(
                                                            GatewayClientCache::withTls13));
        }
        String url = "https://" + stage.host() + ":" + stage.port() + "/";
        for (int i = 0; i < REQUESTS; i++) {
            client.get()
                    .uri(url)
                    .responseContent()
                    .aggregate()
                    .asString()
                    .block(Duration.ofSeconds(10));
        }
    }

    private static void withTls13(SslHandler handler) {
        handler.engine().setEnabledProtocols(new String[] {"TLSv1.3"});
    }

    /** Zero is the default of the JDK. */
    private static SslContext context(int cacheSize) throws Exception {
        return SslContextBuilder.forClient()
                .sslProvider(SslProvider.JDK)
                .trustManager(InsecureTrustManagerFactory.INSTANCE)
                .sessionCacheSize(cacheSize)
                .build();
    }
}
