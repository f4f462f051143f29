package io.github.tlsleak.agent.output.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExporterSwitchTest {

    @ParameterizedTest
    @CsvSource({"1.8, Java 8", "9, Java 9", "10, Java 10"})
    void olderJavaIsOneLine(String version, String said) {
        assertThat(ExporterSwitch.missing(version))
                .contains("it needs Java 11 or newer", said)
                .doesNotContain("\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"11", "17", "28"})
    void newerJavaHasAll(String version) {
        assertThat(ExporterSwitch.missing(version)).isNull();
    }
}
