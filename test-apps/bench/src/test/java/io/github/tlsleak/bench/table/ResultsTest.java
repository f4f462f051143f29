package io.github.tlsleak.bench.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsTest {

    private static final Row ONE = Row.of("one", "1 us", "0.99", 6, "", "holds");
    private static final Row TWO = Row.of("two", "1 us", "0.99", 6, "", "holds");

    @TempDir Path dir;
    private Path file;

    @BeforeEach
    void writesAnEarlierRun() throws IOException {
        file = dir.resolve("results.md");
        Results results = new Results(file, false);
        results.begin("some machine");
        results.append(ONE);
        results.done("whole");
        results.append(TWO);
        results.append(Row.missing("three", "FAILED: too busy"));
    }

    @Test
    void givesRowsBackToARunThatGoesOn() throws IOException {
        Results results = new Results(file, true);
        assertThat(results.earlierFigure("whole")).isEqualTo(List.of(ONE));
        assertThat(results.earlierFigure("begun")).isNull();
        assertThat(results.earlier("two")).isEqualTo(TWO);
    }

    @Test
    void takesARowForAFigureOfItsOwnTableOnly() throws IOException {
        Results later = new Results(file, false);
        later.begin("some machine");
        later.append(ONE);
        later.done("other");
        assertThat(new Results(file, true).earlierFigure("other")).isEqualTo(List.of(ONE));
    }

    @Test
    void writesACompleteTableWhereItGoesOn() throws IOException {
        Results results = new Results(file, true);
        results.begin("some machine");
        Table table = new Table(results);
        assertThat(table.hasFigureFromBefore("whole")).isTrue();
        assertThat(table.hasFromBefore("two")).isTrue();
        assertThat(table.hasFromBefore("three")).isFalse();
        results.done("begun");
        Results third = new Results(file, true);
        assertThat(third.earlierFigure("whole")).isEqualTo(List.of(ONE));
        assertThat(third.earlierFigure("begun")).isEqualTo(List.of(TWO));
    }

    @Test
    void measuresAgainWhatFailed() throws IOException {
        assertThat(new Results(file, true).earlier("three")).isNull();
    }

    @Test
    void forgetsRowsUnlessToldToGoOn() throws IOException {
        Results results = new Results(file, false);
        assertThat(results.earlier("two")).isNull();
        assertThat(results.earlierFigure("whole")).isNull();
        assertThat(Files.readString(file)).contains("some machine", ONE.markdown());
    }
}
