package io.github.tlsleak.junit.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code tlsleak.junit.severity=new}, with a baseline and without one. */
class NewSitesIT {
    private static final String TYPE = "SettingsTest]/";

    @TempDir Path dir;

    /** A defect fails its test, which it does not by default. */
    @Test
    void everySiteIsNewWithoutABaseline() throws Exception {
        assertThat(played("-Dtlsleak.junit.report=off").failed("SettingsTest"))
                .contains(TYPE + "[method:defect()]", TYPE + "[method:guardedAlone()]");
    }

    @Test
    void sitesOfTheBaselineFailNothing() throws Exception {
        Path report = dir.resolve("leaks.jsonl");
        Path baseline = dir.resolve("tls.baseline");
        played("-Dtlsleak.junit.report=" + report);
        writeBaseline(report, baseline);
        Played accepted = played("-Dtlsleak.junit.report=off", "-Dtlsleak.baseline=" + baseline);
        // what is open is no finding yet, and not in the baseline
        assertThat(accepted.failed("SettingsTest")).containsOnly(TYPE + "[method:keepsOpen()]");
    }

    /** All that is in the baseline but one site: its test fails. */
    @Test
    void aSiteThatTheBaselineLacksFailsItsTest() throws Exception {
        Path report = dir.resolve("leaks.jsonl");
        Path baseline = dir.resolve("tls.baseline");
        played("-Dtlsleak.junit.report=" + report);
        String lines = Files.readString(report);
        Files.write(
                report,
                lines.lines().filter(line -> !line.contains("\"verdict\":\"UNDERCUT\"")).toList());
        writeBaseline(report, baseline);
        Played accepted = played("-Dtlsleak.junit.report=off", "-Dtlsleak.baseline=" + baseline);
        assertThat(accepted.failed("SettingsTest"))
                .contains(TYPE + "[method:defect()]")
                .doesNotContain(TYPE + "[method:guardedAlone()]");
    }

    private static Played played(String... settings) throws Exception {
        return Launch.own()
                .samples()
                .with("-Dtlsleak.junit.severity=new")
                .with(settings)
                .play("SettingsTest");
    }

    private static void writeBaseline(Path report, Path baseline) throws Exception {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-jar",
                                Samples.AGENT.toString(),
                                "report",
                                report.toString(),
                                "--write-baseline",
                                baseline.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(baseline.resolveSibling("report.txt").toFile())
                        .start();
        process.waitFor();
        assertThat(baseline).isNotEmptyFile();
    }
}
