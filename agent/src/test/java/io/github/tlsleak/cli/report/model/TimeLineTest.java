package io.github.tlsleak.cli.report.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.cli.report.read.ReportTimes;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TimeLineTest {

    private final TimeLine line = new TimeLine();

    @Test
    void nothing() {
        line.add(ReportTimes.UNKNOWN, Grade.LEAK);
        line.add(5, Grade.KNOWN);
        assertThat(line.buckets()).isEmpty();
    }

    @Test
    void secondsWithoutGaps() {
        line.add(12_500, Grade.LEAK);
        line.add(10_000, Grade.DEFECT);
        line.add(12_999, Grade.LEAK);
        List<TimeLine.Bucket> buckets = line.buckets();
        assertThat(buckets).extracting(b -> b.from).containsExactly(10_000L, 11_000L, 12_000L);
        assertThat(buckets.get(0).millis).isEqualTo(1000);
        assertThat(buckets.get(0).count(Grade.DEFECT)).isEqualTo(1);
        assertThat(buckets.get(1).count(Grade.LEAK)).isZero();
        assertThat(buckets.get(2).count(Grade.LEAK)).isEqualTo(2);
    }

    /** Any span and order: no finding is lost, and the bound is kept. */
    @Test
    void boundedForAnySpan() {
        SplittableRandom random = new SplittableRandom(4);
        for (long span = 10_000; span < 400_000_000_000_000L; span *= 7) {
            TimeLine any = new TimeLine();
            for (int i = 0; i < 1000; i++) {
                any.add(random.nextLong(-span, span), Grade.NOTICE);
            }
            List<TimeLine.Bucket> buckets = any.buckets();
            assertThat(buckets).hasSizeBetween(2, TimeLine.MAX_BUCKETS);
            assertThat(buckets.stream().mapToLong(b -> b.count(Grade.NOTICE)).sum())
                    .isEqualTo(1000);
            long width = buckets.get(0).millis;
            for (int i = 1; i < buckets.size(); i++) {
                assertThat(buckets.get(i).from - buckets.get(i - 1).from).isEqualTo(width);
            }
        }
    }

    @Test
    void bucketsBeginWhereClocksDo() {
        line.add(90_061_000, Grade.LEAK);
        line.add(90_061_000 + 3_600_000, Grade.LEAK);
        assertThat(line.buckets().get(0).millis).isEqualTo(60_000);
        assertThat(line.buckets().get(0).from % 60_000).isZero();
    }
}
