package io.github.tlsleak.common.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CollectorUrlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "env",
                "http://collector:4318",
                "https://[::1]:4318/",
                "HTTP://localhost:9090/api/v1/otlp",
            })
    void isTakenAsItIs(String text) {
        assertThat(OptionKey.OTLP.parse(text)).isEqualTo(text);
    }

    @Test
    void offIsNone() {
        assertThat(OptionKey.OTLP.parse("off")).isNull();
        assertThat(OptionKey.OTLP.defaultValue()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "collector:4318 | such as http://collector:4318",
                "evn | did you mean env?",
                "ftp://collector | such as http://collector:4318",
                "http:// | such as http://collector:4318",
                "http://a b | such as http://collector:4318",
                "http://host:99999 | such as http://collector:4318",
                "http://u:secret@host | OTEL_EXPORTER_OTLP_HEADERS",
                "http://host?x=1 | a query",
            })
    void nonsenseIsRefused(String text, String said) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OptionKey.OTLP.parse(text))
                .withMessageContaining(said)
                .withMessageNotContaining("secret");
    }
}
