package io.github.tlsleak.cli.report.sketch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.cli.report.row.Row;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FoundTimesTest {

    private static String state(FoundTimes times) {
        Row row = new Row();
        times.save(row);
        return row.values().toString();
    }

    @Test
    void unknownTimesAreNotCounted() {
        FoundTimes times = new FoundTimes();
        times.add(Long.MIN_VALUE, 1);
        times.add(-1, 1);
        times.add(Long.MAX_VALUE, 1);
        times.add(5, 0);
        assertThat(times.sum()).isZero();
        assertThat(state(times)).isEqualTo("{}");
    }

    @Test
    void secondsUntilTheSpanGrows() {
        FoundTimes times = new FoundTimes();
        times.add(60_000, 2);
        times.add(62_999, 1);
        assertThat(state(times)).isEqualTo("{WIDTH=1000, BUCKETS=[60000, 2, 62000, 1]}");
        times.add(84_000, 1);
        assertThat(times.width()).isEqualTo(2_000);
        assertThat(times.size()).isEqualTo(13);
        assertThat(state(times)).isEqualTo("{WIDTH=2000, BUCKETS=[60000, 2, 62000, 1, 84000, 1]}");
    }

    /** Any order, any parts, saved or not: the same state, within the bound. */
    @Test
    void orderAndPartsDoNotMatter() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            long span = (long) Math.exp(7 + random.nextDouble() * 25);
            List<Long> all = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                all.add((long) (random.nextDouble() * span));
            }
            FoundTimes whole = new FoundTimes();
            all.forEach(millis -> whole.add(millis, 1));
            Collections.shuffle(all, random);
            FoundTimes sum = new FoundTimes();
            for (int at = 0; at < all.size(); at += 100) {
                FoundTimes part = new FoundTimes();
                all.subList(at, at + 100).forEach(millis -> part.add(millis, 1));
                Row row = new Row();
                part.save(row);
                FoundTimes loaded = new FoundTimes();
                loaded.load(row);
                sum.addAll(random.nextBoolean() ? part : loaded);
            }
            assertThat(state(sum)).as("seed %d", seed).isEqualTo(state(whole));
            assertThat(sum.sum()).isEqualTo(300);
            assertThat(sum.size()).isBetween(1, FoundTimes.MAX_BUCKETS);
        }
    }
}
