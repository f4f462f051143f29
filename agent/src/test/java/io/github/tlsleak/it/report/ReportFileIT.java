package io.github.tlsleak.it.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tlsleak.it.harness.AppRun;
import io.github.tlsleak.it.harness.Ended;
import io.github.tlsleak.it.harness.Jdk;
import io.github.tlsleak.it.harness.Report;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The report file: its name, its permissions, its rotation. */
class ReportFileIT {

    @TempDir Path directory;

    static List<Jdk> jdks() {
        return Jdk.notThin();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void nameMayHoldThePidAndTheModeIsPrivate(Jdk jdk) throws Exception {
        Ended ended =
                new AppRun(jdk, directory)
                        .option("report", directory.resolve("r-%p.jsonl"))
                        .runAlone("volume.SomeLeaks", "1");
        Path file = directory.resolve("r-" + ended.pid() + ".jsonl");
        assertThat(file).as(ended.everything()).exists();
        assertThat(mode(file)).isEqualTo("rw-------");
        JsonNode meta = Report.read(file).lines().get(0);
        assertThat(meta.path("type").asText()).isEqualTo("meta");
        assertThat(meta.path("schema").asInt()).isEqualTo(1);
        assertThat(meta.path("pid").asLong()).isEqualTo(ended.pid());
        assertThat(meta.path("main").asText()).endsWith(".SomeLeaks");
        assertThat(meta.path("agent").asText()).isEqualTo(System.getProperty("tlsleak.version"));
    }

    @Test
    void rotationLeavesTwoFilesThatEachStandAlone() throws Exception {
        Ended ended =
                new AppRun(Jdk.own(), directory)
                        .option("report.max", "20k")
                        .runAlone("volume.TwoHundredSites");
        Path file = directory.resolve("report.jsonl");
        Path before = directory.resolve("report.jsonl.1");
        for (Path each : List.of(file, before)) {
            assertThat(each).as(ended.everything()).exists();
            assertThat(mode(each)).isEqualTo("rw-------");
            standsAlone(Report.read(each));
        }
        // itself a new file after a rotation; the last one may hold the summary alone
        assertThat(Report.read(before).of("leak")).isNotEmpty();
        assertThat(Files.size(before)).isBetween(16L << 10, 24L << 10);
        assertThat(Files.size(file)).isLessThan(24L << 10);
        assertThat(Report.read(file).of("summary")).hasSize(1);
        try (var files = Files.list(directory)) {
            assertThat(files).containsExactlyInAnyOrder(file, before);
        }
    }

    @Test
    void secondRunAppends() throws Exception {
        for (int run = 1; run <= 2; run++) {
            Ended ended =
                    new AppRun(Jdk.own(), directory)
                            .untilReported(run)
                            .runAlone("volume.SomeLeaks", "1");
            assertThat(ended.report().of("meta")).hasSize(run);
            assertThat(ended.report().of("summary")).hasSize(run);
            assertThat(ended.report().of("leak")).hasSize(run);
            assertThat(ended.report().of("site")).hasSize(run);
        }
    }

    /**
     * Leaks found while the summary is written are both in the lines and in the summary, or in
     * neither.
     */
    @RepeatedTest(2)
    void linesAndSummaryAgreeThoughLeaksGoOn() throws Exception {
        Ended ended = new AppRun(Jdk.own(), directory).runAlone("bad.CollectsAtExit");
        int leaks = ended.report().of("leak").size();
        JsonNode summary = ended.report().summary();
        assertThat(summary.path("leaks").path("LOST").asInt())
                .as(summary + ended.everything())
                .isEqualTo(leaks);
        int others = summary.path("open").asInt() + summary.path("awaitingVerdict").asInt();
        assertThat(others + leaks).as(summary.toString()).isEqualTo(40);
        // the servers of the dropped clients are closed
        assertThat(summary.path("sessions").asInt()).as(summary.toString()).isEqualTo(80);
        List<String> said = ended.log().stream().filter(l -> l.startsWith("[tlsleak]")).toList();
        assertThat(said.get(said.size() - 1)).startsWith("[tlsleak] INFO summary: ");
    }

    private static void standsAlone(Report report) {
        assertThat(report.lines().get(0).path("type").asText()).isEqualTo("meta");
        Set<String> sites = new HashSet<>();
        for (JsonNode line : report.lines()) {
            String site = line.path("site").asText();
            if (line.path("type").asText().equals("site")) {
                assertThat(sites.add(site)).as(site + " described twice").isTrue();
            } else if (line.has("site")) {
                assertThat(sites).as("described before it is used").contains(site);
            }
        }
    }

    private static String mode(Path file) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
