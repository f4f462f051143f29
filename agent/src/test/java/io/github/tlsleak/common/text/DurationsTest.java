package io.github.tlsleak.common.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationsTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0.0 s",
        "59_900, 59.9 s",
        "60_000, 60 s",
        "599_000, 599 s",
        "600_000, 10 min",
        "7_199_000, 120 min",
        "7_200_000, 2.0 h",
        "172_800_000, 2.0 d",
    })
    void oneUnit(String millis, String text) {
        assertThat(Durations.oneUnit(number(millis))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.0 s",
        "149, 0.1 s",
        "9_900, 9.9 s",
        "12_400, 12.4 s",
        "73_000, 73 s",
        "3_600_000, 3600 s",
    })
    void seconds(String millis, String text) {
        assertThat(Durations.seconds(number(millis))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "999, 0 s",
        "59_999, 59 s",
        "125_000, 2 min 5 s",
        "3_720_000, 1 h 2 min",
        "90_000_000, 1 d 1 h",
    })
    void twoUnits(String millis, String text) {
        assertThat(Durations.twoUnits(number(millis))).isEqualTo(text);
    }

    private static long number(String millis) {
        return Long.parseLong(millis.replace("_", ""));
    }
}
