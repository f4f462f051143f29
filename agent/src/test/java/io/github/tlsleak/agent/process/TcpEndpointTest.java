package io.github.tlsleak.agent.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;

class TcpEndpointTest {

    private static TcpEndpoint of(int local, String remote, int port) throws Exception {
        return TcpEndpoint.of(local, InetAddress.getByName(remote), port);
    }

    @Test
    void allPartsMustBeKnown() throws Exception {
        assertThat(of(5000, "10.1.2.3", 443)).isNotNull();
        assertThat(of(0, "10.1.2.3", 443)).isNull();
        assertThat(of(-1, "10.1.2.3", 443)).isNull();
        assertThat(of(5000, "10.1.2.3", 0)).isNull();
        assertThat(of(70_000, "10.1.2.3", 443)).isNull();
        assertThat(of(5000, "0.0.0.0", 443)).isNull();
        assertThat(of(5000, "::", 443)).isNull();
        assertThat(TcpEndpoint.of(5000, null, 443)).isNull();
    }

    @Test
    void eachPartCounts() throws Exception {
        long key = of(5000, "10.1.2.3", 443).key;
        assertThat(of(5000, "10.1.2.3", 443).key).isEqualTo(key);
        assertThat(of(5001, "10.1.2.3", 443).key).isNotEqualTo(key);
        assertThat(of(443, "10.1.2.3", 5000).key).isNotEqualTo(key);
        assertThat(of(5000, "10.1.2.4", 443).key).isNotEqualTo(key);
        assertThat(of(5000, "::10.1.2.3", 443).key).isNotEqualTo(key);
        long six = of(5000, "2001:db8::1", 443).key;
        assertThat(of(5000, "2001:db8::1", 443).key).isEqualTo(six);
        assertThat(of(5000, "2001:db8::2", 443).key).isNotEqualTo(six);
        assertThat(of(5001, "2001:db8::1", 443).key).isNotEqualTo(six);
    }
}
