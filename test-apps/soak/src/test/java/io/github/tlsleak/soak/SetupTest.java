package io.github.tlsleak.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SetupTest {

    @ParameterizedTest
    @CsvSource({"2h, PT2H", "3m, PT3M", "90s, PT90S", "168h, PT168H"})
    void readsHowLong(String text, Duration length) {
        assertThat(Setup.of("--agent", "a.jar", "--for", text).length()).isEqualTo(length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2", "h", "0h", "2d", "-3m", "1.5h", "2h3m"})
    void refusesWhatIsNoLength(String text) {
        assertThatThrownBy(() -> Setup.of("--agent", "a.jar", "--for", text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("such as 2h");
    }

    @Test
    void roundsAreShortInAShortSoak() {
        assertThat(round("1m")).isEqualTo(Duration.ofSeconds(8));
        assertThat(round("10m")).isEqualTo(Duration.ofSeconds(30));
        assertThat(round("2h")).isEqualTo(Duration.ofSeconds(90));
    }

    private static Duration round(String text) {
        return Setup.of("--agent", "a.jar", "--for", text).round();
    }

    @Test
    void refusesOtherOptions() {
        assertThatThrownBy(() -> Setup.of("--agent", "a.jar", "--fro", "2h"))
                .hasMessageContaining("--fro is no option");
        assertThatThrownBy(() -> Setup.of("--for", "2h")).hasMessageContaining("--agent");
        assertThatThrownBy(() -> Setup.of("--agent")).hasMessageContaining("needs a value");
        assertThatThrownBy(() -> Setup.of("--agent", "a.jar", "--seed", "x"))
                .hasMessageContaining("--seed x");
    }
}
