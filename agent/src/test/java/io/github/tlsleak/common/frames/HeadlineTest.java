package io.github.tlsleak.common.frames;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadlineTest {

    private static final String ENGINE = "javax.net.ssl.SSLEngine.<init>";
    private static final String IMPL = "sun.security.ssl.SSLEngineImpl.<init>";
    private static final String CREATE = "sun.security.ssl.SSLContextImpl.createSSLEngine";
    private static final String RUN = "java.lang.Thread.run";

    private final Attribution attribution = new Attribution(List.of());

    private String headline(String... methods) {
        List<String> frames = new ArrayList<>();
        Arrays.asList(methods).forEach(method -> frames.add(method + "(Source.java:1)"));
        String headline = attribution.of(frames).headline();
        return headline == null ? null : headline.substring(0, headline.indexOf('('));
    }

    @ParameterizedTest
    @CsvSource({
        // the library that called into TLS
        "io.netty.channel.nio.NioEventLoop.run, io.netty.channel.nio.NioEventLoop.run",
        "org.eclipse.jetty.io.ssl.SslClientConnectionFactory.newConnection,"
                + " org.eclipse.jetty.io.ssl.SslClientConnectionFactory.newConnection",
        // the JDK's clients
        "jdk.internal.net.http.common.SSLFlowDelegate.connect,"
                + " jdk.internal.net.http.common.SSLFlowDelegate.connect",
        "sun.net.www.protocol.https.HttpsClient.afterConnect,"
                + " sun.net.www.protocol.https.HttpsClient.afterConnect",
        "com.sun.jndi.ldap.Connection.<init>, com.sun.jndi.ldap.Connection.<init>",
    })
    void theFrameThatCallsIntoTls(String caller, String headline) {
        assertThat(headline(ENGINE, IMPL, CREATE, caller, RUN)).isEqualTo(headline);
    }

    @Test
    void aLibraryComesBeforeTheJdk() {
        String spring = "org.springframework.http.client.SimpleClientHttpRequest.execute";
        String https = "sun.net.www.protocol.https.HttpsClient.afterConnect";
        assertThat(headline(ENGINE, IMPL, https, spring, RUN)).isEqualTo(spring);
    }

    @Test
    void nettysTlsPackageIsPlumbingForOtherLibraries() {
        String context = "io.netty.handler.ssl.SslContext.newHandler";
        String lettuce = "io.lettuce.core.SslConnectionBuilder$1.initChannel";
        String channel = "io.netty.channel.ChannelInitializer.handlerAdded";
        assertThat(headline(ENGINE, IMPL, context, lettuce, channel, RUN)).isEqualTo(lettuce);
        assertThat(headline(ENGINE, IMPL, context, channel, RUN)).isEqualTo(context);
        assertThat(headline(ENGINE, IMPL, context)).isEqualTo(CONTEXT_ALONE);
    }

    private static final String CONTEXT_ALONE = "io.netty.handler.ssl.SslContext.newHandler";

    @Test
    void providersAreNotTheirOwnCallers() {
        String conscrypt = "org.conscrypt.OpenSSLContextImpl.engineCreateSSLEngine";
        String https = "sun.net.www.protocol.https.HttpsClient.afterConnect";
        String init = "org.conscrypt.Java8EngineWrapper.<init>";
        assertThat(headline(ENGINE, init, conscrypt, https, RUN)).isEqualTo(https);
        assertThat(headline(ENGINE, init, conscrypt, RUN)).isEqualTo(conscrypt);
    }

    @Test
    void neverAConstructorWhereThereIsAMethod() {
        assertThat(headline(ENGINE, IMPL, CREATE, RUN)).isEqualTo(CREATE);
        assertThat(headline(ENGINE, IMPL)).isEqualTo(ENGINE);
        assertThat(headline()).isNull();
    }
}
