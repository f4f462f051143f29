package io.github.tlsleak.agent.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.agent.netty.handler.ssl.ReferenceCountedOpenSslEngine;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is known of single classes, also of shaded copies. */
class ProviderClassesTest {

    private static final class Finalized extends ReferenceCountedOpenSslEngine {}

    @ParameterizedTest
    @CsvSource({
        "org.conscrypt.ConscryptEngine, closeAndFreeResources",
        "com.google.android.gms.org.conscrypt.ConscryptEngine, closeAndFreeResources",
        "io.netty.handler.ssl.ReferenceCountedOpenSslEngine, shutdown",
        "org.wildfly.openssl.OpenSSLEngine, shutdown",
        "org.conscrypt.Java8EngineSocket,",
        "sun.security.ssl.SSLEngineImpl,",
    })
    void nativeMemoryIsFreedByAMethod(String className, String method) {
        assertThat(ProviderClasses.freeingMethod(className)).isEqualTo(method);
    }

    @Test
    void aSubclassHoldsTheMemoryOfItsSuperclass() {
        assertThat(ProviderClasses.memoryHolder(Finalized.class))
                .isEqualTo(ReferenceCountedOpenSslEngine.class.getName());
        assertThat(ProviderClasses.memoryHolder(Object.class)).isNull();
    }

    @Test
    void anEngineWithNativeMemoryAndSunJsseDoTlsThemselves() throws Exception {
        Class<?> sun = SSLContext.getDefault().createSSLEngine().getClass();
        assertThat(ProviderClasses.doesTls(Finalized.class)).isTrue();
        assertThat(ProviderClasses.doesTls(sun)).isTrue();
        assertThat(ProviderClasses.doesTls(Object.class)).isFalse();
        assertThat(ProviderClasses.isSunJsse(sun)).isTrue();
        assertThat(ProviderClasses.isSunJsse(Finalized.class)).isFalse();
        assertThat(ProviderClasses.memoryHolder(sun)).isNull();
    }

    @Test
    void socketsOfConscryptWorkThroughItsEngineButThoseOnTheDescriptor() {
        String newer = "org.conscrypt.Java8EngineSocket";
        String descriptor = "org.conscrypt.Java8FileDescriptorSocket";
        assertThat(ProviderClasses.worksThroughEngine(newer)).isTrue();
        assertThat(ProviderClasses.worksThroughEngine(descriptor)).isFalse();
    }

    @Test
    void bouncyCastleTellsOfHandshakesAndOfWhatItCloses() {
        String socket = "org.bouncycastle.jsse.provider.ProvSSLSocketDirect";
        assertThat(ProviderClasses.handshakeEnd(socket)).isEqualTo("notifyHandshakeComplete");
        assertThat(ProviderClasses.ownClose(socket)).isEqualTo("closeSocket");
        assertThat(ProviderClasses.data(socket)).isEqualTo("handshakeIfNecessary");
        assertThat(ProviderClasses.data("org.conscrypt.ConscryptEngine")).isNull();
        assertThat(ProviderClasses.handshakeEnd("org.conscrypt.ConscryptEngine")).isNull();
        assertThat(ProviderClasses.ownClose("org.conscrypt.ConscryptEngine")).isNull();
    }
}
