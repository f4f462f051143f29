package io.github.tlsleak.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
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
    void servicesHaveTheLeaksOfTheirJvms() throws Exception {
        Map<String, Long> leaks = new TreeMap<>();
        for (List<String> row : database.rows(SqlFiles.query("leaks-by-day-and-service"))) {
            leaks.merge(row.get(1), Long.valueOf(row.get(2)), Long::sum);
        }
        Map<String, Long> expected = new TreeMap<>();
        for (int jvm = 0; jvm < SIZE.jvms(); jvm++) {
            String service = jvm % 10 == 9 ? "com.example.Main" : "service" + jvm / 2 % 20;
            expected.merge(service, report.totals().get("jvm run" + jvm + " leak"), Long::sum);
        }
        assertThat(leaks).hasSize(21).isEqualTo(expected);
    }

    @Test
    void newSitesAreThoseOfTheNewVersion() throws Exception {
        Set<String> expected = new TreeSet<>();
        Set<String> ofLabelled = new TreeSet<>();
        for (int service = 0; service < 20; service++) {
            List<String> sites = new FleetSites(service, true).onlyOfNewVersion();
            expected.addAll(sites);
            // where all JVMs of the new version are without labels, there is one version alone
            ofLabelled.addAll(service % 5 == 4 ? List.of() : sites);
        }
        assertThat(column("new-sites-since", 0)).hasSize(60).isEqualTo(expected);
        assertThat(column("new-sites-of-version", 2)).hasSize(48).isEqualTo(ofLabelled);
    }

    private static Set<String> column(String query, int column) throws Exception {
        return database.rows(SqlFiles.query(query)).stream()
                .map(row -> row.get(column))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
