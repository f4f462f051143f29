package io.github.tlsleak.cli.heap.tls;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CipherNamesTest {

    @Test
    void numbersHaveNames() {
        assertThat(CipherNames.of("4865")).isEqualTo("TLS_AES_128_GCM_SHA256");
        assertThat(CipherNames.of("47")).isEqualTo("TLS_RSA_WITH_AES_128_CBC_SHA");
        assertThat(CipherNames.of("49200")).isEqualTo("TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384");
    }

    @Test
    void othersAreGivenAsTheyAre() {
        assertThat(CipherNames.of("255")).isEqualTo("0x00FF");
        assertThat(CipherNames.of("TLS_FOO")).isEqualTo("TLS_FOO");
        assertThat(CipherNames.of(null)).isNull();
    }
}
