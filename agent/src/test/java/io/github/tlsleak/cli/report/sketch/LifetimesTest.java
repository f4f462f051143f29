package io.github.tlsleak.cli.report.sketch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.cli.report.row.Row;
import io.github.tlsleak.cli.report.row.RowField;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
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
    void theMedianOfManyIsWithinTwoPercent() {
        SplittableRandom random = new SplittableRandom(3);
        for (int run = 0; run < 50; run++) {
            Lifetimes all = new Lifetimes();
            long[] millis = new long[100 + random.nextInt(2000)];
            for (int i = 0; i < millis.length; i++) {
                millis[i] = (long) Math.exp(random.nextDouble(0, 30));
                all.add(millis[i]);
            }
            Arrays.sort(millis);
            double median = millis[(millis.length - 1) / 2];
            assertThat(all.isSampled()).isTrue();
            assertThat((double) all.median()).isBetween(median * 0.98, median * 1.02);
            assertThat(all.min()).isEqualTo(millis[0]);
            assertThat(all.max()).isEqualTo(millis[millis.length - 1]);
        }
    }

    @Test
    void addedUpApartInAnyOrderTheyAreTheSame() {
        SplittableRandom random = new SplittableRandom(5);
        for (int count : new int[] {1, 64, 65, 500}) {
            Lifetimes all = new Lifetimes();
            Lifetimes[] parts = {new Lifetimes(), new Lifetimes(), new Lifetimes()};
            for (int i = 0; i < count; i++) {
                long millis = random.nextLong(1L << random.nextInt(1, 62));
                all.add(millis);
                parts[random.nextInt(3)].add(millis);
            }
            Lifetimes sum = new Lifetimes();
            for (int part : new int[] {2, 0, 1}) {
                Row row = new Row();
                parts[part].save(row);
                Lifetimes read = new Lifetimes();
                read.load(row);
                sum.addAll(read);
            }
            assertThat(state(sum)).as("%d lifetimes", count).isEqualTo(state(all));
        }
    }

    private static Map<RowField, Object> state(Lifetimes lifetimes) {
        Row row = new Row();
        lifetimes.save(row);
        return row.values();
    }
}
