package io.github.tlsleak.agent.output.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CollectorProxyTest {

    private final Map<String, String> properties = new HashMap<>();

    /** A selector of an application: it must not be called. */
    private static final class OfTheApplication extends ProxySelector {
        private int calls;

        @Override
        public List<Proxy> select(URI uri) {
            calls++;
            throw new IllegalStateException("called");
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException e) {
            calls++;
        }
    }

    private String words(ProxySelector current, String uri) {
        return CollectorProxy.of(current, properties::get).words(URI.create(uri));
    }

    @Test
    void aSelectorOfTheApplicationIsNotCalledAndTheOptionsOfTheJvmCount() {
        OfTheApplication own = new OfTheApplication();
        assertThat(words(own, "http://c:4318")).isEmpty();
        properties.put("http.proxyHost", "p");
        assertThat(words(own, "http://c:4318")).isEqualTo(" by the proxy p:80");
        assertThat(words(null, "http://c:4318")).isEqualTo(" by the proxy p:80");
        assertThat(words(own, "https://c")).isEmpty();
        properties.put("https.proxyHost", " s ");
        properties.put("https.proxyPort", "3128");
        assertThat(words(own, "https://c")).isEqualTo(" by the proxy s:3128");
        properties.put("https.proxyPort", "many");
        assertThat(words(own, "https://c")).isEqualTo(" by the proxy s:443");
        assertThat(own.calls).isZero();
    }

    @Test
    void aFixedProxyOfTheJdkCountsAndAnotherKindDoesNot() {
        ProxySelector fixed = ProxySelector.of(InetSocketAddress.createUnresolved("q", 8));
        assertThat(words(fixed, "http://c")).isEqualTo(" by the proxy q:8");
        assertThat(words(ProxySelector.of(null), "http://c")).isEmpty();
        URI uri = URI.create("http://c");
        assertThat(CollectorProxy.of(fixed, properties::get).select(uri)).hasSize(1);
    }

    /** As the JDK's own selector decides. */
    @ParameterizedTest
    @CsvSource({
        "'', http://localhost, false",
        "'', http://c.local, false",
        "*.local|10.*, http://c.local:4318, true",
        "*.local|10.*, http://C.LOCAL:4318, true",
        "*.local|10.*, http://10.1.2.3:4318, true",
        "*.local|10.*, http://d.example, false",
        "*.local|10.*, http://127.0.0.1:4318, true",
        "*mid*, http://amidst.example, true",
        "c, http://c:1, true",
        "c, http://cc:1, false",
        "*, http://any, true",
        ", http://localhost:4318, true",
        ", 'http://[::1]:4318', true",
        ", http://c, false"
    })
    void hostsThatNeedNoProxy(String nonProxyHosts, String uri, boolean direct) {
        properties.put("http.proxyHost", "p");
        properties.put("http.nonProxyHosts", nonProxyHosts);
        assertThat(words(new OfTheApplication(), uri).isEmpty()).isEqualTo(direct);
    }
}
