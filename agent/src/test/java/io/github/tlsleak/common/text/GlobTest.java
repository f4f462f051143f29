package io.github.tlsleak.common.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {

    @ParameterizedTest
    @CsvSource({
        "com.acme.*, com.acme.A.b, true",
        "com.acme.*, com.acmeX.A.b, false",
        "*, anything, true",
        "*, '', true",
        "'', '', true",
        "'', x, false",
        "a*b*c, aXbYbZc, true",
        "a*b*c, aXbY, false",
        "*.get, a.b.get, true",
        "*.get, a.b.getAll, false",
        "a.b, axb, false",
        "**a**, xax, true",
        "abc, abcd, false",
    })
    void matches(String pattern, String text, boolean expected) {
        assertThat(new Glob(pattern).matches(text)).isEqualTo(expected);
    }

    @Test
    void framesMatchWithAndWithoutPlace() {
        String frame = "com.acme.A.b(A.java:3)";
        assertThat(new Glob("com.acme.A.b").matchesFrame(frame)).isTrue();
        assertThat(new Glob("com.acme.A.b(A.java:3)").matchesFrame(frame)).isTrue();
        assertThat(new Glob("*.b(A.java:*)").matchesFrame(frame)).isTrue();
        assertThat(new Glob("com.acme.A").matchesFrame(frame)).isFalse();
    }

    @Test
    void hostilePatternsEnd() {
        assertThat(new Glob("*a".repeat(200) + "b").matches("a".repeat(2000))).isFalse();
    }
}
