package io.github.tlsleak.common.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    /** Who uses a file later need not expect that there can be none of that name. */
    @ParameterizedTest
    @EnumSource(names = {"REPORT", "LOG", "SUPPRESSIONS", "BASELINE", "CONFIG"})
    void whatIsNoFileName(OptionKey key) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> key.parse("a\0b"))
                .withMessage("not a file name");
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
                .withMessage("not stderr, stdout, off or a file; did you mean stderr?");
        assertThat(OptionKey.LOG.parse("stdout")).isEqualTo("stdout");
        assertThat(OptionKey.LOG.isFile("stdout")).isFalse();
        assertThat(OptionKey.REPORT.isFile("-")).isFalse();
        assertThat(OptionKey.REPORT.isFile("x")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"640, 0640", "0640, 0640", "600, 0600", "0664, 0664", "0644, 0644"})
    void modes(String text, String shown) {
        assertThat(OptionKey.REPORT_MODE.format(OptionKey.REPORT_MODE.parse(text)))
                .isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "0666, anybody could write to it; did you mean 0644?",
        "0750, nobody executes a report; did you mean 0640?",
        "1640, not three octal digits such as 0640",
        "0680, not three octal digits such as 0640",
        "64, not three octal digits such as 0640",
        "rw-r-----, not three octal digits such as 0640",
        "0440, its owner must read and write; did you mean 0640?",
    })
    void wrongModes(String text, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OptionKey.REPORT_MODE.parse(text))
                .withMessage(message);
    }
}
