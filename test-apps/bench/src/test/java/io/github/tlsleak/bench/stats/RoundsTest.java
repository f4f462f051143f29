package io.github.tlsleak.bench.stats;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RoundsTest {

    private static final long HOUR = 3_600_000_000_000L;

    private static Interval after(int rounds, double half) {
        return new Interval(1, 1 - half, 1 + half, rounds);
    }

    @Test
    void endsWhenTheIntervalIsNarrow() {
        Rounds rounds = new Rounds(6, 30, 0.005, HOUR);
        assertThat(rounds.more(after(7, 0.006))).isTrue();
        assertThat(rounds.more(after(7, 0.004))).isFalse();
    }

    @Test
    void doesNotTrustFewRounds() {
        assertThat(new Rounds(6, 30, 0.005, HOUR).more(after(3, 0.001))).isTrue();
    }

    @Test
    void endsWithItsRoundsAndItsTime() {
        assertThat(new Rounds(6, 3, 0.005, HOUR).more(after(3, 0.1))).isFalse();
        assertThat(new Rounds(6, 30, 0.005, 0).more(after(2, 0.1))).isFalse();
        assertThat(new Rounds(6, 1, 0.005, HOUR).more(after(1, Double.NaN))).isFalse();
    }

    @Test
    void goesOnWithoutAnInterval() {
        assertThat(new Rounds(6, 30, 0.005, 0).more(after(1, Double.NaN))).isTrue();
        assertThat(new Rounds(1, 30, 0.005, HOUR).more(after(8, Double.NaN))).isTrue();
    }
}
