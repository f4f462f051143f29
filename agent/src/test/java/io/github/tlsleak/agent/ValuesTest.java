package io.github.tlsleak.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {

    @ParameterizedTest
    @CsvSource({"250ms,250", "60s,60000", "5m,300000", "2h,7200000", "0s,0", "off,0", "1S,1000"})
    void durations(String text, long millis) {
        assertThat(Values.duration(text)).isEqualTo(millis);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "60", "-1s", "1.5s", "s", "5 m", "Off", "9999999999999999999s"})
    void badDurations(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Values.duration(text))
                .withMessageStartingWith("not a duration such as 250ms");
    }

    @Test
    void tooLongADuration() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Values.duration("999999999999999999h"));
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
                .isThrownBy(() -> Values.duration(text))
                .withMessageEndingWith(guess);
    }

    @ParameterizedTest
    @CsvSource({"64m,67108864", "512k,524288", "1g,1073741824", "123,123", "2M,2097152"})
    void sizes(String text, long bytes) {
        assertThat(Values.size(text)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "m", "64mb", "-1", "1.5g", "99999999999999999g"})
    void badSizes(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Values.size(text))
                .withMessageStartingWith("not a size such as");
    }

    @Test
    void booleansAreStrict() {
        assertThat(Values.bool("true")).isTrue();
        assertThat(Values.bool("false")).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Values.bool("TRUE"))
                .withMessage("not true or false; did you mean true?");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Values.bool("yes"))
                .withMessage("not true or false");
    }

    @Test
    void integersHaveARange() {
        assertThat(Values.integer("1024", 0, 1024)).isEqualTo(1024);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Values.integer("1025", 0, 1024))
                .withMessage("not a whole number from 0 to 1024");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Values.integer("1e3", 1, Integer.MAX_VALUE))
                .withMessage("not a whole number from 1 upwards");
    }

    @Test
    void lists() {
        assertThat(Values.list(" com.acme, org.foo,,")).containsExactly("com.acme", "org.foo");
        assertThat(Values.list("")).isEmpty();
    }

    @Test
    void showsOneShortLine() {
        assertThat(Values.show("a\nb\u0000")).isEqualTo("a?b?");
        assertThat(Values.show("x".repeat(200))).isEqualTo("x".repeat(100) + "...");
    }
}
