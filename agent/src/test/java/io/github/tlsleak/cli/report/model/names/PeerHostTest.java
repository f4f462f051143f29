package io.github.tlsleak.cli.report.model.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeerHostTest {

    @ParameterizedTest
    @CsvSource({
        "db-1:5432, db-1",
        "db-1, db-1",
        "10.0.0.7:443, 10.0.0.7",
        "'[::1]:443', '[::1]'",
        "0:0:0:0:0:0:0:1:443, 0:0:0:0:0:0:0:1",
        "0:0:0:0:0:0:0:1, 0:0:0:0:0:0:0:1",
        "::1, ::1",
        "fe80::1:443, fe80::1:443",
        "<img src=x onerror=alert(1)>:443, <img src=x onerror=alert(1)>",
        "host:, host:",
        ":443, :443",
        "host:123456, host:123456",
        "'', ''",
    })
    void hostOfOneText(String peer, String host) {
        assertThat(PeerHost.of(peer)).isEqualTo(host);
    }

    @Test
    void portsOfAHostAlone() {
        List<String> peers =
                List.of("db-1:5432", "db-10:99", "db-1:443", "db-1", "::1:443", "db-1:x");
        assertThat(PeerHost.ports("db-1", peers)).containsExactly("5432", "443");
        assertThat(PeerHost.ports("::1", peers)).containsExactly("443");
        assertThat(PeerHost.ports("db", peers)).isEmpty();
    }
}
