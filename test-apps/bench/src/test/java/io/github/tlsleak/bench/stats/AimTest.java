package io.github.tlsleak.bench.stats;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AimTest {

    private static Interval interval(double low, double high) {
        return new Interval((low + high) / 2, low, high, 6);
    }

    @Test
    void claimsOnlyWhatTheWholeIntervalSays() {
        Aim aim = Aim.atLeast(0.99, "0.99");
        assertThat(aim.of(interval(0.99, 1.01))).isEqualTo(Verdict.HOLDS);
        assertThat(aim.of(interval(0.97, 0.989))).isEqualTo(Verdict.MISSED);
        assertThat(aim.of(interval(0.98, 1.02))).isEqualTo(Verdict.UNDECIDED);
    }

    @Test
    void knowsWhichSideIsGood() {
        Aim aim = Aim.atMost(200, "200 ms");
        assertThat(aim.of(interval(150, 200))).isEqualTo(Verdict.HOLDS);
        assertThat(aim.of(interval(201, 260))).isEqualTo(Verdict.MISSED);
        assertThat(aim.of(interval(190, 210))).isEqualTo(Verdict.UNDECIDED);
    }

    @Test
    void decidesNothingWithoutAnInterval() {
        Interval one = new Interval(1.2, Double.NaN, Double.NaN, 1);
        assertThat(Aim.atLeast(0.99, "0.99").of(one)).isEqualTo(Verdict.UNDECIDED);
        assertThat(Aim.NOT_MEASURABLE.of(one)).isEqualTo(Verdict.UNDECIDED);
        assertThat(Aim.NONE.of(interval(0, 1))).isEqualTo(Verdict.NONE);
    }

    @Test
    void callsOnlyANarrowIntervalAroundOneNotMeasurable() {
        assertThat(Aim.NOT_MEASURABLE.of(interval(0.995, 1.004))).isEqualTo(Verdict.HOLDS);
        assertThat(Aim.NOT_MEASURABLE.of(interval(0.95, 1.04))).isEqualTo(Verdict.UNDECIDED);
        assertThat(Aim.NOT_MEASURABLE.of(interval(0.99, 0.999))).isEqualTo(Verdict.MISSED);
    }
}
