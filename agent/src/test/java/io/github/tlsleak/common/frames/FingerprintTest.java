package io.github.tlsleak.common.frames;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FingerprintTest {

    private static String hex(String... frames) {
        return Fingerprint.hex(Fingerprint.of(List.of(frames)));
    }

    @Test
    void neverChanges() {
        // files of users (baselines, suppressions) hold fingerprints: a change breaks those files
        assertThat(hex("com.acme.A.b(A.java:42)")).isEqualTo("5974cbd5ff108bab");
        assertThat(hex()).isEqualTo("efd01f60ba992926");
    }

    @Test
    void tellsStacksApart() {
        assertThat(hex("a.b(A:1)", "c")).isNotEqualTo(hex("a.b(A:2)", "c"));
        assertThat(hex("ab", "c")).isNotEqualTo(hex("a", "bc"));
        assertThat(hex("a", "b")).isNotEqualTo(hex("b", "a"));
    }

    @Test
    void hexHasSixteenDigits() {
        assertThat(Fingerprint.hex(0)).isEqualTo("0000000000000000");
        assertThat(Fingerprint.hex(-1)).isEqualTo("ffffffffffffffff");
        assertThat(Fingerprint.hex(0x7f3a9c12d0b84e55L)).isEqualTo("7f3a9c12d0b84e55");
    }
}
