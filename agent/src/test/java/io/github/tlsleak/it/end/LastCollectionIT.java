package io.github.tlsleak.it.end;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tlsleak.it.harness.AppRun;
import io.github.tlsleak.it.harness.Cli;
import io.github.tlsleak.it.harness.Ended;
import io.github.tlsleak.it.harness.Forked;
import io.github.tlsleak.it.harness.Jdk;
import io.github.tlsleak.it.harness.Report;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the end of a JVM finds. The program drops one engine and keeps another one open. */
class LastCollectionIT {

    private static final String PROGRAM = "volume.EndsEarly";

    @TempDir Path directory;

    static List<Jdk> jdks() {
        return Jdk.all();
    }

    private AppRun run(Jdk jdk) {
        return new AppRun(jdk, directory);
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void findsWhatIsGarbageAndListsWhatIsOpen(Jdk jdk) throws Exception {
        Ended ended = run(jdk).option("gc.at.exit", true).runAlone(PROGRAM, "return");
        assertThat(ended.report().numberOfFindings()).as(ended.everything()).isEqualTo(1);
        assertThat(ended.report().of("leak").get(0).path("verdict").asText()).isEqualTo("LOST");
        assertThat(ended.report().openAtExit()).hasSize(1);
        JsonNode open = ended.report().openAtExit().get(0);
        assertThat(open.path("verdict").asText()).isEqualTo("OPEN");
        assertThat(open.path("site")).isNotEqualTo(ended.report().of("leak").get(0).path("site"));
        assertThat(ended.report().summary().path("agentErrors").asInt()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        // how it ends, option, exit code, findings, lines of open sessions
        "return, gc.at.exit=false, 0, 0, 2",
        "return, gc.at.exit=auto, 0, 0, 2",
        "return, gc.interval=1h, 0, 1, 1",
        "exit, gc.at.exit=true, 7, 1, 1",
        "return, 'gc.at.exit=true,dump.at.exit=false', 0, 1, 0",
        "halt, gc.at.exit=true, 7, 0, 0",
    })
    void asTheOptionSays(String how, String option, int code, int findings, int open)
            throws Exception {
        AppRun run = run(Jdk.own()).jvm("-Xms256m", "-Xmn200m");
        for (String one : option.split(",")) {
            run.option(one.substring(0, one.indexOf('=')), one.substring(one.indexOf('=') + 1));
        }
        Ended ended = run.runAlone(PROGRAM, how);
        assertThat(ended.exitCode()).as(ended.everything()).isEqualTo(code);
        assertThat(ended.report().numberOfFindings()).as(ended.everything()).isEqualTo(findings);
        assertThat(ended.report().openAtExit()).hasSize(open);
    }

    @Test
    void aSignalIsAnEndLikeAnyOther() throws Exception {
        Path report = directory.resolve("report.jsonl");
        try (Forked app =
                run(Jdk.own())
                        .option("gc.at.exit", true)
                        .start(PROGRAM, "127.0.0.1", "0", "1.2", "wait")) {
            app.awaitOut("waits"::equals, AppRun.LONG);
            new ProcessBuilder("kill", "-TERM", String.valueOf(app.pid())).start().waitFor();
            assertThat(app.exitCode(AppRun.LONG)).isEqualTo(128 + 15);
        }
        assertThat(Report.read(report).numberOfFindings()).isEqualTo(1);
        assertThat(Report.read(report).openAtExit()).hasSize(1);
    }

    @Test
    void reportShowsWhatWasOpenAndCountsItNot() throws Exception {
        run(Jdk.own()).option("gc.at.exit", false).runAlone(PROGRAM, "return");
        Ended text =
                Cli.on(Jdk.own())
                        .run(
                                "report",
                                directory.resolve("report.jsonl").toString(),
                                "--fail-on",
                                "notice");
        assertThat(text.exitCode()).as(text.everything()).isZero();
        assertThat(text.out()).contains("open when the JVM ended, not called leaks");
        assertThat(text.out()).anyMatch(line -> line.contains("EndsEarly.drop(EndsEarly.java:"));
    }
}
