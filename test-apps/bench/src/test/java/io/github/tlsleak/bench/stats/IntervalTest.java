package io.github.tlsleak.bench.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class IntervalTest {

    @Test
    void isTheMeanAndStudentsInterval() {
        Interval interval = Interval.of(List.of(1.0, 2.0, 3.0, 4.0, 5.0));
        // t of 4 degrees of freedom is 2.7764, the standard error is the root of a half
        assertThat(interval.estimate()).isEqualTo(3);
        assertThat(interval.halfWidth()).isCloseTo(2.7764 * Math.sqrt(0.5), within(1e-3));
        assertThat(interval.low()).isCloseTo(3 - 1.9632, within(1e-3));
        assertThat(interval.rounds()).isEqualTo(5);
    }

    @Test
    void ofRatiosIsTheSameForTheInverse() {
        Interval ratio = Interval.ofRatios(List.of(Math.log(0.5), Math.log(2), Math.log(4)));
        Interval inverse = Interval.ofRatios(List.of(Math.log(2), Math.log(0.5), Math.log(0.25)));
        assertThat(ratio.estimate()).isCloseTo(Math.cbrt(4), within(1e-9));
        assertThat(ratio.estimate()).isCloseTo(1 / inverse.estimate(), within(1e-9));
        assertThat(ratio.low()).isCloseTo(1 / inverse.high(), within(1e-9));
    }

    @Test
    void saysNothingOfOneRoundButItsValue() {
        Interval one = Interval.of(List.of(7.0));
        assertThat(one.estimate()).isEqualTo(7);
        assertThat(one.isKnown()).isFalse();
        assertThat(Interval.of(List.of()).estimate()).isNaN();
    }

    @Test
    void holdsTheTruthInNineteenOfTwentyCases() {
        Random random = new Random(1);
        int holds = 0;
        int cases = 4000;
        for (int i = 0; i < cases; i++) {
            List<Double> rounds =
                    DoubleStream.generate(random::nextGaussian).limit(6).boxed().toList();
            Interval interval = Interval.of(rounds);
            holds += interval.low() <= 0 && interval.high() >= 0 ? 1 : 0;
        }
        assertThat((double) holds / cases).isBetween(0.94, 0.96);
    }
}
