package io.github.tlsleak.common.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OptionKeyTest {

    @ParameterizedTest
    @EnumSource
    void theTableIsSound(OptionKey key) {
        assertThat(key.key()).matches("[a-z.]+");
        assertThat(key.description()).isNotBlank().doesNotContain("\n").hasSizeLessThan(80);
        if (key.defaultValue() != null) {
            String shown = key.format(key.defaultValue());
            assertThat(key.parse(shown)).isEqualTo(key.defaultValue());
        }
    }

    @Test
    void environmentNames() {
        assertThat(OptionKey.STACK_DEPTH.environmentName()).isEqualTo("TLSLEAK_STACK_DEPTH");
    }

    @Test
    void textsMustNotBeEmpty() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OptionKey.REPORT.parse(""))
                .withMessage("has no value");
    }

    @Test
    void lowerBounds() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OptionKey.REPORT_MAX.parse("1"))
                .withMessage("less than 1024 bytes");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OptionKey.GC_INTERVAL.parse("1ms"))
                .withMessage("less than 100ms");
        assertThat(OptionKey.GC_INTERVAL.parse("off")).isEqualTo(0L);
    }

    @Test
    void logTargets() {
        assertThat(OptionKey.LOG.parse("off")).isEqualTo("off");
        assertThat(OptionKey.LOG.parse("/tmp/x.log")).isEqualTo("/tmp/x.log");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OptionKey.LOG.parse("stder"))
                .withMessage("not stderr, off or a file; did you mean stderr?");
        assertThatIllegalArgumentException().isThrownBy(() -> OptionKey.LOG.parse("stdout"));
    }
}
