package io.github.tlsleak.agent.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.Security;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is known of each provider. */
class KnownProviderTest {

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
    void aProviderIsKnownByTheNameOfAClass(String className, String provider) {
        assertThat(KnownProvider.of(className)).isEqualTo(provider);
    }

    @Test
    void unknownProvidersAreNotGuessed() {
        assertThat(KnownProvider.of("com.acme.ssl.MyEngine")).isNull();
        assertThat(KnownProvider.of("sun.security.sslx.Engine")).isNull();
        assertThat(KnownProvider.of("")).isNull();
    }

    @Test
    void theLimitsOfAProviderAreSaid() {
        assertThat(KnownProvider.limits("SunJSSE")).isNull();
        assertThat(KnownProvider.limits("Netty")).isNull();
        assertThat(KnownProvider.limits("Conscrypt")).contains("UNANSWERED is LOST");
        assertThat(KnownProvider.limits("IBMJSSE2")).isEqualTo("judged by the public API only");
    }

    @Test
    void theProviderOfThisJvmHasTheNameItRegistersUnder() {
        assertThat(Security.getProvider(KnownProvider.of("sun.security.ssl.SSLEngineImpl")))
                .isNotNull();
    }
}
