package io.github.tlsleak.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The views and queries of the page on files that the agent wrote, on DuckDB. */
class ShopIT {

    @TempDir Path temp;

    @Test
    void eachServiceHasTheLeaksOfTheShop() throws Exception {
        Path reports = Files.createDirectory(temp.resolve("reports"));
        try (ShopJvm one = new ShopJvm(reports.resolve("1.jsonl"), "service:shop");
                ShopJvm two = new ShopJvm(reports.resolve("2.jsonl"), "service:outlet");
                ShopJvm open = new ShopJvm(reports.resolve("3.jsonl"), "service:shop", "open")) {
            open.killOnceItWrites();
            one.awaitEnd();
            two.awaitEnd();
        }
        ReportRun report = ReportRun.of(reports, temp.resolve("report.json"));
        try (DuckDb database = new DuckDb(reports, false)) {
            assertThat(SqlTotals.of(database)).isEqualTo(report.totals());
            assertThat(
                            database.rows(
                                    "SELECT service, count(*) FROM findings GROUP BY service ORDER BY service"))
                    .containsExactly(List.of("outlet", "4"), List.of("shop", "4"));
            assertThat(database.rows(SqlFiles.query("shared-sites"))).hasSize(2);
            assertThat(database.rows(SqlFiles.query("jvms-without-summary")))
                    .singleElement()
                    .satisfies(row -> assertThat(row).startsWith("shop"));
        }
    }
}
