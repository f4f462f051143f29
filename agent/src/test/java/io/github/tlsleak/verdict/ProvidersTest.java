package io.github.tlsleak.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.Security;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProvidersTest {

    @ParameterizedTest
    @CsvSource({
        "sun.security.ssl.SSLSocketImpl, SunJSSE",
        "sun.security.ssl.SSLEngineImpl, SunJSSE",
        "com.sun.net.ssl.internal.ssl.SSLSocketImpl, SunJSSE",
        "org.conscrypt.Java8EngineSocket, Conscrypt",
        "org.bouncycastle.jsse.provider.ProvSSLEngine, BCJSSE",
        "org.wildfly.openssl.OpenSSLEngine, WildFly OpenSSL",
        "io.netty.handler.ssl.ReferenceCountedOpenSslEngine, Netty",
        "com.ibm.jsse2.SSLSocketImpl, IBMJSSE2",
    })
    void known(String className, String provider) {
        assertThat(Providers.of(className)).isEqualTo(provider);
    }

    @Test
    void unknownOnesAreNotGuessed() {
        assertThat(Providers.of("com.acme.ssl.MyEngine")).isNull();
        assertThat(Providers.of("sun.security.sslx.Engine")).isNull();
        assertThat(Providers.of("")).isNull();
    }

    @Test
    void whatIsNotKnownOfThemIsSaid() {
        assertThat(Providers.limits("SunJSSE")).isNull();
        assertThat(Providers.limits("Netty")).isNull();
        assertThat(Providers.limits("Conscrypt")).contains("UNANSWERED is LOST");
        assertThat(Providers.limits("IBMJSSE2")).isEqualTo("judged by the public API only");
    }

    @Test
    void thisJvmsProviderHasTheNameItRegistersUnder() {
        assertThat(Security.getProvider(Providers.of("sun.security.ssl.SSLEngineImpl")))
                .isNotNull();
    }
}
