package io.github.tlsleak.cli.report.model.overview;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThousandsTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "999, 999",
        "1000, '1,000'",
        "84062, '84,062'",
        "123456789, '123,456,789'",
        "-1, -1",
        "-100, -100",
        "-1000, '-1,000'",
    })
    void text(long number, String text) {
        assertThat(Thousands.text(number)).isEqualTo(text);
    }

    @Test
    void nouns() {
        assertThat(Thousands.count(1, "leak")).isEqualTo("1 leak");
        assertThat(Thousands.count(2000, "leak")).isEqualTo("2,000 leaks");
    }
}
