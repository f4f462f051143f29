package io.github.tlsleak.common.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DecimalsTest {

    @Test
    void halvesAreRoundedUp() {
        assertThat(Decimals.oneDigit(49, 1_000)).isEqualTo("0.0");
        assertThat(Decimals.oneDigit(50, 1_000)).isEqualTo("0.1");
        assertThat(Decimals.oneDigit(9_950, 1_000)).isEqualTo("10.0");
        assertThat(Decimals.whole(499, 1_000)).isEqualTo("0");
        assertThat(Decimals.whole(500, 1_000)).isEqualTo("1");
        assertThat(Decimals.whole(7, 7)).isEqualTo("1");
    }

    @Test
    void largeNumbersDoNotOverflow() {
        assertThat(Decimals.oneDigit(Long.MAX_VALUE, 1_000_000_000)).isEqualTo("9223372036.9");
        assertThat(Decimals.whole(Long.MAX_VALUE, 1_000)).isEqualTo("9223372036854776");
    }

    /** A number that lies between two digits: binary fractions have no exact half. */
    @Test
    void numbersAreThoseOfTheFormatter() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 2_000; i++) {
            long value = random.nextLong(1_000_000_000_000L);
            double units = value / 3_600_007.0;
            assertThat(Decimals.oneDigit(value, 3_600_007))
                    .isEqualTo(String.format(Locale.ROOT, "%.1f", units));
            assertThat(Decimals.whole(value, 3_600_007))
                    .isEqualTo(String.format(Locale.ROOT, "%.0f", units));
        }
    }
}
