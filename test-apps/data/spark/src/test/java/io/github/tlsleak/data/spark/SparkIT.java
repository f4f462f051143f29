package io.github.tlsleak.data.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.data.AnswerNumbers;
import io.github.tlsleak.data.ExpectedNumbers;
import io.github.tlsleak.data.FleetFiles;
import io.github.tlsleak.data.FleetSize;
import io.github.tlsleak.data.ReportRun;
import io.github.tlsleak.data.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The views and queries of the page on Spark: on the samples, and on the lines of 1 000 JVMs. */
class SparkIT {

    private static final int JVMS = 1_000;

    /** In target, which has more room than some directories for temporary files. */
    @TempDir(factory = WorkDirectory.class)
    static Path temp;

    private static final FleetSize SIZE =
            new FleetSize(JVMS, Integer.getInteger("tlsleak.lines"), true);

    private static Path fleet;
    private static ReportRun report;
    private static SparkRun spark;

    @BeforeAll
    static void ask() throws Exception {
        fleet = temp.resolve("fleet");
        long began = System.nanoTime();
        FleetFiles.write(SIZE, fleet);
        long seconds = (System.nanoTime() - began) / 1_000_000_000;
        System.out.println(
                SIZE.lines() + " lines, " + megabytes(fleet) + " MB, written in " + seconds + " s");
        spark = new SparkRun(temp.resolve("spark"));
        spark.ask("samples", Samples.reports(), "view");
        spark.ask("fleet", fleet, "table");
        spark.run().forEach(System.out::println);
        report = ReportRun.of(fleet, temp.resolve("fleet.json"));
        System.out.println(report.figures());
    }

    @Test
    void queriesSayOfTheSamplesWhatTheyMust() throws Exception {
        String answers = spark.answers("samples");
        assertThat(answers).isEqualTo(Samples.expected(List.of(answers)));
    }

    @Test
    void totalsOfTheFleetAreThoseOfReport() throws Exception {
        assertThat(report.totals()).containsEntry("jvms", (long) JVMS).hasSizeGreaterThan(5_000);
        assertThat(spark.totals("fleet")).isEqualTo(report.totals());
    }

    @Test
    void queriesSayOfTheFleetWhatReportSays() throws Exception {
        assertThat(AnswerNumbers.of(spark.answers("fleet")))
                .hasSizeGreaterThan(400)
                .isEqualTo(ExpectedNumbers.of(report.totals(), SIZE));
    }

    private static long megabytes(Path directory) throws IOException {
        long bytes = 0;
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.toList()) {
                bytes += Files.size(file);
            }
        }
        return bytes >> 20;
    }
}
