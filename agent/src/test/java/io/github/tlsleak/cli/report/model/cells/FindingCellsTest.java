package io.github.tlsleak.cli.report.model.cells;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Numbers by verdict and time: in any order the same, and bounded. */
class FindingCellsTest {

    private static final String[] GRADES = {"leak", "defect", "notice", "known"};
    private static final long HOUR = 3_600_000;

    private final CellBound bound = new CellBound();

    private static Map<String, Long> all(FindingCells cells, long width) {
        Map<String, Long> all = new TreeMap<>();
        cells.each(
                width,
                (grade, verdict, from, count) ->
                        assertThat(all.put(grade + verdict + ' ' + from, count)).isNull());
        return all;
    }

    @Test
    void theOrderDoesNotMatterAndTheStateIsAll() {
        Random random = new Random(1);
        for (long span : new long[] {60_000, HOUR, 5_000 * HOUR}) {
            List<long[]> found = new ArrayList<>();
            for (int i = 0; i < 500; i++) {
                found.add(new long[] {random.nextInt(3), (long) (random.nextDouble() * span)});
            }
            FindingCells cells = bound.table();
            found.forEach(each -> cells.add((int) each[0], "V" + each[0], each[1], 1));
            Collections.shuffle(found, random);
            FindingCells other = bound.table();
            found.forEach(each -> other.add((int) each[0], "V" + each[0], each[1], 1));
            FindingCells loaded = bound.table();
            CellState.load(CellState.save(cells, GRADES), cells.width(), loaded, GRADES);
            assertThat(all(other, 1)).isEqualTo(all(cells, 1)).isNotEmpty();
            assertThat(all(loaded, 1)).isEqualTo(all(cells, 1));
            assertThat(span / cells.width()).isLessThanOrEqualTo(TimeWidths.MAX_SPANS);
            assertThat(all(cells, cells.width() * 5).values().stream().mapToLong(n -> n).sum())
                    .isEqualTo(500);
        }
    }

    @Test
    void joinedSpansBeginWhereTheWiderOneDoes() {
        FindingCells cells = bound.table();
        cells.add(0, "LOST", -1, 1);
        cells.add(0, "LOST", 4_999, 2);
        cells.add(0, "LOST", 5_000, 4);
        cells.add(0, "LOST", CellSink.NO_TIME, 8);
        assertThat(all(cells, 5_000))
                .isEqualTo(
                        Map.of(
                                "0LOST -5000",
                                1L,
                                "0LOST 0",
                                2L,
                                "0LOST 5000",
                                4L,
                                "0LOST " + CellSink.NO_TIME,
                                8L));
    }

    @Test
    void tooManyVerdictsAreOneOfTheirGrade() {
        FindingCells cells = bound.table();
        for (int i = 0; i < 1_000; i++) {
            cells.add(i % 4, "V" + i, 0, 1);
        }
        Map<String, Long> all = all(cells, 1);
        assertThat(all).hasSize(44).containsKeys("0 0", "1 0", "2 0", "3 0");
        assertThat(all.values().stream().mapToLong(n -> n).sum()).isEqualTo(1_000);
    }

    /** All tables get wider spans, whatever they hold, and no number is lost. */
    @Test
    void tooManyNumbersWidenTheSpansOfAllTables() {
        CellBound small = new CellBound(100);
        List<FindingCells> tables = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            FindingCells table = small.table();
            tables.add(table);
            for (int t = 0; t < 60; t++) {
                table.add(0, "LOST", t * 1_000L, 1);
            }
        }
        long sum = 0;
        for (FindingCells table : tables) {
            assertThat(table.width()).isEqualTo(small.floor()).isEqualTo(60_000);
            sum += all(table, 1).values().stream().mapToLong(n -> n).sum();
        }
        assertThat(sum).isEqualTo(30 * 60);
    }

    /** More tables than numbers that are kept: the spans become as wide as they may. */
    @Test
    void aBoundThatCannotBeKeptEnds() {
        CellBound small = new CellBound(3);
        for (int i = 0; i < 10; i++) {
            small.table().add(0, "LOST", i, 1);
        }
        assertThat(small.floor()).isGreaterThanOrEqualTo(TimeWidths.MAX_MILLIS);
    }

    @Test
    void widthsAreTheirOwn() {
        assertThat(TimeWidths.is(3_600_000)).isTrue();
        assertThat(TimeWidths.is(6_048_000_000L)).isTrue();
        for (long width : new long[] {Long.MIN_VALUE, 0, 7, 7_000, Long.MAX_VALUE}) {
            assertThat(TimeWidths.is(width)).isFalse();
        }
    }
}
