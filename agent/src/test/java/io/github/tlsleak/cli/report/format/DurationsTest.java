package io.github.tlsleak.cli.report.format;

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
    void durations(String millis, String text) {
        assertThat(Durations.duration(Long.parseLong(millis.replace("_", "")))).isEqualTo(text);
    }
}
