package io.github.tlsleak.bench.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TrimmedMeanTest {

    @Test
    void leavesOutTheQuartersFarOff() {
        assertThat(TrimmedMean.of(List.of(1e9, 2.0, 3.0, -1e9))).isEqualTo(2.5);
    }

    @Test
    void takesAllOfFew() {
        assertThat(TrimmedMean.of(List.of(1.0, 2.0))).isEqualTo(1.5);
        assertThat(TrimmedMean.of(List.of())).isNaN();
    }
}
