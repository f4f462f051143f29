package io.github.tlsleak.agent.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AwakeTimeTest {

    private static final long HOUR = 3_600_000;

    private final AwakeTime awake = new AwakeTime(0);

    @Test
    void timeThatPassesAwakeCounts() {
        for (long now = 0; now <= 70_000; now += 500) {
            awake.tick(now, 60_000);
        }
        assertThat(awake.lasted(5_000, 70_000)).isEqualTo(65_000);
    }

    @Test
    void anHourAsleepDoesNotCountNorWhatWasBeforeIt() {
        awake.tick(0, 60_000);
        awake.tick(HOUR, 60_000);
        awake.tick(HOUR + 500, 60_000);
        assertThat(awake.lasted(0, HOUR + 500)).isEqualTo(500);
    }

    @Test
    void theFirstTickMayComeAfterAPause() {
        awake.tick(HOUR, 60_000);
        assertThat(awake.lasted(0, HOUR)).isZero();
    }

    @Test
    void aShortLimitMakesShortPausesCount() {
        awake.tick(0, 2_000);
        awake.tick(2_500, 2_000);
        assertThat(awake.lasted(0, 2_500)).isZero();
        AwakeTime patient = new AwakeTime(0);
        patient.tick(0, 60_000);
        patient.tick(2_500, 60_000);
        assertThat(patient.lasted(0, 2_500)).isEqualTo(2_500);
    }
}
