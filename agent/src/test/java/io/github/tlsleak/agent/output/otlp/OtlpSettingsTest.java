package io.github.tlsleak.agent.output.otlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.opentelemetry.sdk.autoconfigure.spi.internal.DefaultConfigProperties;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OtlpSettingsTest {

    private static OtlpSettings settings(String target, Map<String, String> variables) {
        return OtlpSettings.of(target, DefaultConfigProperties.createFromMap(variables));
    }

    @Test
    void aUrlTakesNeitherTokensNorEndpointsOfTheVariables() {
        OtlpSettings url =
                settings(
                        "http://here:4318",
                        Map.of(
                                "otel.exporter.otlp.endpoint", "http://there",
                                "otel.exporter.otlp.logs.endpoint", "http://there/logs",
                                "otel.exporter.otlp.protocol", "grpc",
                                "otel.exporter.otlp.headers", "token=secret",
                                "otel.exporter.otlp.logs.headers", "token=secret",
                                "otel.metrics.exporter", "none",
                                "otel.exporter.otlp.timeout", "5000"));
        assertThat(url.getString("otel.exporter.otlp.endpoint")).isEqualTo("http://here:4318");
        assertThat(url.getString("otel.exporter.otlp.logs.endpoint")).isNull();
        assertThat(url.getMap("otel.exporter.otlp.headers")).isEmpty();
        assertThat(url.getMap("otel.exporter.otlp.logs.headers")).isEmpty();
        assertThat(url.getDuration("otel.exporter.otlp.timeout")).isEqualTo(Duration.ofSeconds(5));
        assertThat(url.wants("metrics")).isTrue();
    }

    @Test
    void envTakesAll() {
        OtlpSettings env =
                settings(
                        "env",
                        Map.of(
                                "otel.exporter.otlp.headers", "token=secret",
                                "otel.metrics.exporter", "none",
                                "otel.metric.export.interval", "1"));
        assertThat(env.getMap("otel.exporter.otlp.headers")).containsEntry("token", "secret");
        assertThat(env.wants("metrics")).isFalse();
        assertThat(env.wants("logs")).isTrue();
        assertThat(env.endpoint()).isEqualTo("http://localhost:4318");
        assertThat(env.metricInterval()).as("not too often").isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void whatCannotBeDoneIsOneLine() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> settings("env", Map.of("otel.exporter.otlp.logs.protocol", "grpc")))
                .withMessageContaining("http/protobuf");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings("env", Map.of("otel.sdk.disabled", "true")))
                .withMessage("OTEL_SDK_DISABLED is true");
    }
}
