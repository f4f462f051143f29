package io.github.tlsleak.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.commons.JUnitException;

class SettingsTest {

    private static Settings of(Map<String, String> parameters) {
        return Settings.of(key -> Optional.ofNullable(parameters.get(key)));
    }

    @Test
    void defaults() {
        Settings settings = of(Map.of());
        assertThat(settings.enabled).isTrue();
        assertThat(settings.failOn).isEqualTo(FailOn.LEAK);
        assertThat(settings.checkAfter).isEqualTo(CheckAfter.TEST);
        assertThat(settings.open).isFalse();
        assertThat(settings.required).isFalse();
        assertThat(settings.report).isNull();
    }

    @Test
    void parameters() {
        Settings settings =
                of(
                        Map.of(
                                "tlsleak.junit.severity", "Defect",
                                "tlsleak.junit.check", " class ",
                                "tlsleak.junit.open", "TRUE",
                                "tlsleak.junit.required", "true",
                                "tlsleak.junit.enabled", "false",
                                "tlsleak.junit.report", "leaks.jsonl"));
        assertThat(settings.failOn).isEqualTo(FailOn.DEFECT);
        assertThat(settings.checkAfter).isEqualTo(CheckAfter.CLASS);
        assertThat(settings.open).isTrue();
        assertThat(settings.required).isTrue();
        assertThat(settings.enabled).isFalse();
        assertThat(settings.report).isEqualTo("leaks.jsonl");
    }

    @ParameterizedTest
    @CsvSource({
        "severity, leek, 'leak, defect, notice, new'",
        "severity, configured, 'leak, defect, notice, new'",
        "check, method, 'test, class'",
        "open, yes, 'true, false'",
    })
    void aWrongValueIsOneLine(String name, String value, String possible) {
        assertThatThrownBy(() -> of(Map.of("tlsleak.junit." + name, value)))
                .isInstanceOf(JUnitException.class)
                .hasMessage(
                        "tlsleak.junit." + name + "=" + value + ": expected one of " + possible);
    }

    @NoTlsLeaks(severity = FailOn.NEW, open = true)
    private static final class Annotated {}

    @Test
    void theAnnotationWins() {
        Settings settings =
                of(Map.of("tlsleak.junit.severity", "notice", "tlsleak.junit.check", "class"))
                        .with(Annotated.class.getAnnotation(NoTlsLeaks.class));
        assertThat(settings.failOn).isEqualTo(FailOn.NEW);
        assertThat(settings.checkAfter).isEqualTo(CheckAfter.CLASS);
        assertThat(settings.open).isTrue();
    }

    @Test
    void misspeltNamesAreKnown() {
        assertThat(ParameterNames.isUnknown("tlsleak.junit.sevrity")).isTrue();
        assertThat(ParameterNames.isUnknown("tlsleak.junit.severity")).isFalse();
        assertThat(ParameterNames.isUnknown("tlsleak.report")).isFalse();
    }
}
