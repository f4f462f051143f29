package io.github.tlsleak.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The views and queries of the page on report files written by hand, on DuckDB. */
class SamplesIT {

    @TempDir Path temp;

    @Test
    void queriesSayWhatTheyMust() throws Exception {
        try (DuckDb database = new DuckDb(Samples.reports(), false)) {
            List<String> answers = Samples.answers(database);
            assertThat(String.join("\n", answers)).isEqualTo(Samples.expected(answers));
        }
    }

    @Test
    void totalsAreThoseOfReport() throws Exception {
        ReportRun report = ReportRun.of(Samples.reports(), temp.resolve("report.json"));
        try (DuckDb database = new DuckDb(Samples.reports(), false)) {
            assertThat(SqlTotals.of(database)).isEqualTo(report.totals());
        }
    }
}
