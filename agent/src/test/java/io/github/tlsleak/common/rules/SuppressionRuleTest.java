package io.github.tlsleak.common.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SuppressionRuleTest {

    private static final List<String> STACK =
            List.of("org.foo.Pool.open(Pool.java:7)", "com.acme.A.b(A.java:42)");
    private static final String SITE = "7f3a9c12d0b84e55";

    @ParameterizedTest
    @CsvSource({
        "com.acme.*, true",
        "com.acme.A.b, true",
        "com.acme.A.b(A.java:42), true",
        "com.acme.A.b(A.java:43), false",
        "LOST:com.acme.*, true",
        "CUT:com.acme.*, false",
        "library:org.foo.*, true",
        "jdk:org.foo.*, false",
        "LOST: com.acme.*, true",
        "LOST:com.acme.A.b(A.java:42), true",
        "7f3a9c12d0b84e55, true",
        "7F3A9C12D0B84E55, true",
        "LOST:7f3a9c12d0b84e55, true",
        "0000000000000000, false",
        "7f3a*, true",
    })
    void matches(String rule, boolean expected) {
        assertThat(SuppressionRule.parse(rule).matches("LOST", "library", STACK, SITE))
                .isEqualTo(expected);
    }

    @Test
    void aSiteMayBeUnknown() {
        assertThat(SuppressionRule.parse("x*").matches("LOST", "jdk", List.of())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"LSOT:com.acme.*", "lost:x", ":x", "LOST:", "LOST: ", "a\u0000b"})
    void badRules(String rule) {
        assertThatIllegalArgumentException().isThrownBy(() -> SuppressionRule.parse(rule));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "LSOT:x | 'LSOT'; did you mean LOST?",
                "lost:x | 'lost'; did you mean LOST?",
                "libary:x | 'libary'; did you mean library?",
                "com.acme:x | 'com.acme'",
            })
    void whatWasMeant(String rule, String end) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SuppressionRule.parse(rule))
                .withMessage("no verdict or owner (application, library, jdk) is named " + end);
    }

    /** A tab is allowed between words; a message of one line has none. */
    @Test
    void aMessageShowsNoControlCharacters() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SuppressionRule.parse("a\tb" + "c".repeat(50) + ":x"))
                .withMessageContaining("'a?b" + "c".repeat(37) + "...'");
    }

    @Test
    void tooLong() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SuppressionRule.parse("x".repeat(1001)));
    }
}
