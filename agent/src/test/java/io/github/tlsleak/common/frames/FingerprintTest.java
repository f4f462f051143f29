package io.github.tlsleak.common.frames;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FingerprintTest {

    private static String stack(String... frames) {
        return Fingerprint.ofStack(List.of(frames), false);
    }

    private static String site(String resource, String... path) {
        return Fingerprint.ofSite(resource, List.of(path), false);
    }

    @Test
    void neverChanges() {
        // files of users (baselines, suppressions) hold fingerprints: a change breaks those files
        assertThat(site("SSLEngine", "com.acme.A.b", "com.acme.Main.main"))
                .isEqualTo("78779af12bc4fee5");
        assertThat(stack("com.acme.A.b(A.java:42)")).isEqualTo("5974cbd5ff108bab");
        assertThat(stack()).isEqualTo("efd01f60ba992926");
    }

    @Test
    void tellsCallsApart() {
        assertThat(site("SSLEngine", "a.b", "c.d")).isNotEqualTo(site("SSLEngine", "a.b"));
        assertThat(site("SSLEngine", "a.b", "c.d")).isNotEqualTo(site("SSLEngine", "c.d", "a.b"));
        assertThat(site("SSLEngine", "ab", "c")).isNotEqualTo(site("SSLEngine", "a", "bc"));
        assertThat(site("SSLEngine", "a.b")).isNotEqualTo(site("SSLSocket", "a.b"));
        assertThat(Fingerprint.ofSite("SSLEngine", List.of("a.b"), true))
                .isNotEqualTo(site("SSLEngine", "a.b"));
    }

    @Test
    void tellsStacksApart() {
        assertThat(stack("a.b(A:1)", "c")).isNotEqualTo(stack("a.b(A:2)", "c"));
        assertThat(stack("ab", "c")).isNotEqualTo(stack("a", "bc"));
        assertThat(Fingerprint.ofStack(List.of("a"), true)).isNotEqualTo(stack("a"));
    }

    @Test
    void hexHasSixteenDigits() {
        assertThat(Fingerprint.hex(0)).isEqualTo("0000000000000000");
        assertThat(Fingerprint.hex(-1)).isEqualTo("ffffffffffffffff");
        assertThat(Fingerprint.hex(0x7f3a9c12d0b84e55L)).isEqualTo("7f3a9c12d0b84e55");
    }
}
