package io.github.tlsleak.cli.attach;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIOException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmulatedLoadTest {

    @ParameterizedTest
    @ValueSource(strings = {"0\n0\n", "0\nreturn code: 0\n", "0\n", "0"})
    void fine(String answer) {
        assertThatCode(() -> EmulatedLoad.check(answer)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "'0\n102\n', 102",
        "'0\nreturn code: 100\n', return code: 100",
        "'1\nDynamic agent loading is not enabled\n', Dynamic agent loading is not enabled",
        "'101\n', answer 101",
        "'', 'answer '",
    })
    void refused(String answer, String message) {
        assertThatIOException().isThrownBy(() -> EmulatedLoad.check(answer)).withMessage(message);
    }
}
