package io.github.tlsleak.bench.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.bench.stats.Interval;
import org.junit.jupiter.api.Test;

class RowTest {

    @Test
    void isReadBackFromItsLine() {
        Row row =
                Row.of("a request, JDK", "58 us", "0.991 (0.988 .. 0.994)", 8, ">= 0.99", "holds");
        assertThat(Row.parse(row.markdown())).isEqualTo(row);
    }

    @Test
    void keepsItsColumnsWhateverAMessageHolds() {
        Row row = Row.missing("a request", "FAILED: a | b\nc");
        assertThat(row.markdown()).doesNotContain("\n");
        assertThat(Row.parse(row.markdown()).verdict()).isEqualTo("FAILED: a / b c");
    }

    @Test
    void isNotReadFromOtherLines() {
        assertThat(Row.parse("|---".repeat(Row.HEAD.cells().size()) + "|")).isNull();
        assertThat(Row.parse("a | b")).isNull();
    }

    @Test
    void showsAnIntervalOrSaysThatThereIsNone() {
        assertThat(Row.text(new Interval(0.99, 0.98, 1, 6))).isEqualTo("0.990 (0.980 .. 1.000)");
        assertThat(Row.text(new Interval(0.99, Double.NaN, Double.NaN, 1))).isEqualTo("0.990");
        assertThat(Row.text(new Interval(Double.NaN, Double.NaN, Double.NaN, 0)))
                .isEqualTo("not counted");
    }
}
