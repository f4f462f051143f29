package io.github.tlsleak.cli.report.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LifetimesTest {

    private final Lifetimes lifetimes = new Lifetimes();

    @Test
    void few() {
        assertThat(lifetimes.isEmpty()).isTrue();
        for (long millis : new long[] {30, 10, 20, 50, 40, 60}) {
            lifetimes.add(millis);
        }
        assertThat(lifetimes.isEmpty() || lifetimes.isSampled()).isFalse();
        assertThat(lifetimes.min()).isEqualTo(10);
        assertThat(lifetimes.median()).isEqualTo(30);
        assertThat(lifetimes.max()).isEqualTo(60);
    }

    @Test
    void manyAreSampled() {
        for (int i = 0; i < 100_000; i++) {
            lifetimes.add(i);
        }
        assertThat(lifetimes.isSampled()).isTrue();
        assertThat(lifetimes.min()).isZero();
        assertThat(lifetimes.median()).isBetween(35_000L, 65_000L);
        assertThat(lifetimes.max()).isEqualTo(99_999);
    }
}
