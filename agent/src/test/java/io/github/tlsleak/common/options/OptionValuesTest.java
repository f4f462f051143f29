package io.github.tlsleak.common.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptionValuesTest {

    @ParameterizedTest
    @CsvSource({"250ms,250", "60s,60000", "5m,300000", "2h,7200000", "0s,0", "off,0", "1S,1000"})
    void durations(String text, long millis) {
        assertThat(OptionValues.duration(text)).isEqualTo(millis);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "60", "-1s", "1.5s", "s", "5 m", "Off", "9999999999999999999s"})
    void badDurations(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OptionValues.duration(text))
                .withMessageStartingWith("not a duration such as 250ms");
    }

    @Test
    void tooLongADuration() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OptionValues.duration("999999999999999999h"));
    }

    @ParameterizedTest
    @CsvSource({
        "60,did you mean 60s?",
        "0,did you mean off?",
        "of,did you mean off?",
        "250mss,did you mean 250ms?"
    })
    void guessesDurations(String text, String guess) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OptionValues.duration(text))
                .withMessageEndingWith(guess);
    }

    @ParameterizedTest
    @CsvSource({"64m,67108864", "512k,524288", "1g,1073741824", "123,123", "2M,2097152"})
    void sizes(String text, long bytes) {
        assertThat(OptionValues.size(text)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "m", "64mb", "-1", "1.5g", "99999999999999999g"})
    void badSizes(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OptionValues.size(text))
                .withMessageStartingWith("not a size such as");
    }

    @Test
    void booleansAreStrict() {
        assertThat(OptionValues.bool("true")).isTrue();
        assertThat(OptionValues.bool("false")).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OptionValues.bool("TRUE"))
                .withMessage("not true or false; did you mean true?");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OptionValues.bool("yes"))
                .withMessage("not true or false");
    }

    @Test
    void integersHaveARange() {
        assertThat(OptionValues.integer("1024", 0, 1024)).isEqualTo(1024);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OptionValues.integer("1025", 0, 1024))
                .withMessage("not a whole number from 0 to 1024");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OptionValues.integer("1e3", 1, Integer.MAX_VALUE))
                .withMessage("not a whole number from 1 upwards");
    }

    @Test
    void lists() {
        assertThat(OptionValues.list(" com.acme, org.foo,,"))
                .containsExactly("com.acme", "org.foo");
        assertThat(OptionValues.list("")).isEmpty();
    }

    @Test
    void showsOneShortLine() {
        assertThat(OptionValues.show("a\nb\u0000")).isEqualTo("a?b?");
        assertThat(OptionValues.show("x".repeat(200))).isEqualTo("x".repeat(100) + "...");
    }

    @Test
    void shownUrlHasNoPasswordAndNoQuery() {
        assertThat(OptionValues.show("http://user:s3c@ret@host:4318/a?token=x"))
                .isEqualTo("http://(hidden)@host:4318/a?(hidden)");
        assertThat(OptionValues.show("http://host:4318/a@b")).isEqualTo("http://host:4318/a@b");
        assertThat(OptionValues.show("really? a@b")).isEqualTo("really? a@b");
    }
}
