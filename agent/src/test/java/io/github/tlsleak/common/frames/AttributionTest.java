package io.github.tlsleak.common.frames;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttributionTest {

    private static final String JSSE =
            "sun.security.ssl.SSLSocketImpl.<init>(SSLSocketImpl.java:1)";
    private static final String OKHTTP =
            "okhttp3.internal.connection.RealConnection.connect(R.kt:3)";
    private static final String APP = "com.acme.Client.call(Client.java:42)";

    private final Attribution attribution = new Attribution(List.of());

    private void expect(
            Attribution.Result result, Owner owner, String responsible, String headline) {
        assertThat(result.owner()).isEqualTo(owner);
        assertThat(result.responsible()).isEqualTo(responsible);
        assertThat(result.headline()).isEqualTo(headline);
    }

    @Test
    void firstFrameThatIsNeitherJdkNorLibrary() {
        List<String> stack = List.of(JSSE, OKHTTP, APP, "com.acme.Main.main(Main.java:1)");
        expect(attribution.of(stack), Owner.APPLICATION, APP, APP);
    }

    @Test
    void libraryOrJdkWithoutApplication() {
        List<String> library = List.of(JSSE, OKHTTP, "java.lang.Thread.run(Thread.java:1)");
        expect(attribution.of(library), Owner.LIBRARY, null, OKHTTP);
        expect(attribution.of(List.of(JSSE)), Owner.JDK, null, JSSE);
        expect(attribution.of(List.of()), Owner.JDK, null, null);
    }

    @Test
    void givenPackagesDecideAlone() {
        Attribution given = new Attribution(List.of("org.shop"));
        String shop = "org.shop.Cart.buy(Cart.java:1)";
        expect(given.of(List.of(JSSE, APP, shop)), Owner.APPLICATION, shop, shop);
        expect(given.of(List.of(JSSE, APP)), Owner.LIBRARY, null, APP);
        expect(given.of(List.of(JSSE)), Owner.JDK, null, JSSE);
    }

    @Test
    void givenPackagesMayBeALibrary() {
        Attribution given = new Attribution(List.of("okhttp3"));
        expect(given.of(List.of(JSSE, OKHTTP, APP)), Owner.APPLICATION, OKHTTP, OKHTTP);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javax.mail.Transport",
                "com.sun.mail.smtp.SMTPTransport",
                "org.springframework.web.client.RestTemplate",
                "io.netty.handler.ssl.SslHandler",
                "org.conscrypt.ConscryptEngine",
            })
    void libraries(String name) {
        assertThat(attribution.of(List.of(name)).owner()).isEqualTo(Owner.LIBRARY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javax.net.ssl.SSLContext",
                "com.sun.jndi.ldap.Connection",
                "com.sun.net.httpserver.HttpsServer",
                "$Proxy.run(Unknown Source)",
                "io.github.tlsleak.agent.track.Tracker",
            })
    void jdkAndAgent(String name) {
        assertThat(attribution.of(List.of(name)).owner()).isEqualTo(Owner.JDK);
    }

    @Test
    void testProgramsAreApplications() {
        assertThat(attribution.of(List.of("io.github.tlsleak.apps.Leak.main(Leak.java:1)")).owner())
                .isEqualTo(Owner.APPLICATION);
    }
}
