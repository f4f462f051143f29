package io.github.tlsleak.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.bench.stats.Aim;
import io.github.tlsleak.bench.stats.Interval;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThroughputTest {

    private static final Interval GOOD = new Interval(1, 0.995, 1.005, 6);
    private static final Interval WIDE = new Interval(1, 0.9, 1.1, 6);
    private static final Interval NOT_COUNTED = Interval.of(List.of());

    @Test
    void judgesTheProcessAndItsThreads() {
        Aim aim = Aim.atLeast(0.99, "0.99");
        assertThat(Throughput.verdict(aim, GOOD, GOOD)).isEqualTo("holds");
        assertThat(Throughput.verdict(aim, GOOD, WIDE))
                .isEqualTo("process undecided, application threads holds");
        assertThat(Throughput.verdict(aim, NOT_COUNTED, GOOD)).isEqualTo("holds");
        assertThat(Throughput.verdict(Aim.NONE, GOOD, WIDE)).isEqualTo("-");
    }
}
