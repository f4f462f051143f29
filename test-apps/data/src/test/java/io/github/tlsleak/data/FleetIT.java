package io.github.tlsleak.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The views and queries of the page on a made-up fleet, on DuckDB. */
class FleetIT {

    private static final FleetSize SIZE = new FleetSize(80, 2_500, false);

    @TempDir static Path temp;
    private static DuckDb database;
    private static ReportRun report;

    @BeforeAll
    static void writeFiles() throws Exception {
        FleetFiles.write(SIZE, temp.resolve("reports"));
        database = new DuckDb(temp.resolve("reports"), true);
        report = ReportRun.of(temp.resolve("reports"), temp.resolve("report.json"));
    }

    @AfterAll
    static void close() throws Exception {
        database.close();
    }

    @Test
    void totalsAreThoseOfReport() throws Exception {
        assertThat(report.totals()).hasSizeGreaterThan(1_000);
        assertThat(SqlTotals.of(database)).isEqualTo(report.totals());
    }

    @Test
    void queriesSayWhatReportSays() throws Exception {
        String answers = String.join("\n", Samples.answers(database));
        assertThat(AnswerNumbers.of(answers))
                .hasSizeGreaterThan(400)
                .isEqualTo(ExpectedNumbers.of(report.totals(), SIZE));
    }
}
