package io.github.tlsleak.it.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.tlsleak.it.harness.AppRun;
import io.github.tlsleak.it.harness.Ended;
import io.github.tlsleak.it.harness.Jdk;
import io.github.tlsleak.it.harness.OwnJdkOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Wrong options and files: each gets one clear line, and the program runs as without them. */
@OwnJdkOnly
class BadInputIT {

    private static final String LEAKS = "volume.SomeLeaks";

    @TempDir Path directory;

    static Stream<Arguments> wrongOptions() {
        return Stream.of(
                arguments(
                        "stack.dept", "3", "unknown agent argument stack\\.dept; did you mean s.*"),
                arguments("colour", "red", "unknown agent argument colour"),
                arguments("sample", "zero", "ignored agent argument sample=zero: not a whole n.*"),
                arguments(
                        "strict", "yes", "ignored agent argument strict=yes: not true or false.*"),
                arguments("threshold", "60", "ignored agent argument threshold=60: .*mean 60s\\?"),
                arguments(
                        "log",
                        "stdot",
                        "ignored agent argument log=stdot: .*did you mean stdout.*"),
                arguments("labels", "shop", "ignored agent argument labels=shop: .*name:value"),
                arguments("report.mode", "0666", "ignored agent argument report.mode=0666: .*"),
                arguments(
                        "config", "absent.cfg", "cannot read config file absent\\.cfg: no such.*"),
                arguments("config", "/tmp", "cannot read config file /tmp: it is a directory; .*"),
                arguments("suppressions", "/tmp", "cannot read suppressions file /tmp: it is a .*"),
                arguments("suppressions", "absent", "cannot read suppressions file .*no such.*"),
                arguments("baseline", "absent", "cannot read baseline .*no such.*marked new"),
                arguments("log", "/dev/null/no/a.log", "cannot write log .*cannot be made.*stderr"),
                arguments("report", "/tmp", "report: /tmp: is a directory; name a file in it"),
                arguments("report", "/dev/null/a", "report: .*/dev/null.*"));
    }

    @ParameterizedTest(name = "{0}={1}")
    @MethodSource("wrongOptions")
    void wrongOptionIsOneLine(String key, String value, String warning) throws Exception {
        Ended ended =
                new AppRun(Jdk.own(), directory)
                        .option(key, value)
                        .untilErr(".*leak #1 .*")
                        .runAlone(LEAKS, "1");
        unharmed(ended);
        assertThat(ended.warnings()).as(ended.everything()).hasSize(1);
        assertThat(ended.warnings().get(0)).matches("\\[tlsleak\\] WARN " + warning);
        assertThat(ended.log()).anyMatch(line -> line.startsWith("[tlsleak] WARN leak #1 LOST"));
    }

    @Test
    void fullDiskIsReportedOnceAndLeaksGoOn() throws Exception {
        assumeTrue(Files.exists(Path.of("/dev/full")), "no /dev/full: a full disk is not tried");
        Ended ended =
                new AppRun(Jdk.own(), directory)
                        .option("report", "/dev/full")
                        .untilErr(".* now 100 times .*")
                        .runAlone(LEAKS, "100");
        unharmed(ended);
        assertThat(ended.log())
                .filteredOn(line -> line.contains("cannot write report /dev/full"))
                .as(ended.everything())
                .hasSize(1);
        assertThat(ended.log()).anyMatch(line -> line.contains("LOST now 100 times"));
        assertThat(ended.log()).anyMatch(line -> line.contains("summary: 200 sessions"));
        // at most one more: at the end the agent reports how many lines were lost
        assertThat(ended.warnings()).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void logMayBeAFile() throws Exception {
        Path log = directory.resolve("agent.log");
        Ended ended =
                new AppRun(Jdk.own(), directory)
                        .option("log", log)
                        .untilReported(1)
                        .runAlone(LEAKS, "1");
        unharmed(ended);
        assertThat(ended.err()).isEmpty();
        assertThat(Files.readString(log))
                .startsWith("[tlsleak] WARN leak #1 LOST: ")
                .contains("[tlsleak] INFO summary: ");
    }

    @Test
    void logMayBeOff() throws Exception {
        Ended ended =
                new AppRun(Jdk.own(), directory)
                        .option("log", "off")
                        .untilReported(1)
                        .runAlone(LEAKS, "1");
        unharmed(ended);
        assertThat(ended.err()).isEmpty();
        assertThat(ended.report().of("leak")).hasSize(1);
    }

    @Test
    void garbageAsArgumentsIsOneLineAPiece() throws Exception {
        Ended ended =
                new AppRun(Jdk.own(), directory)
                        .onlyArguments("help,=,sample=\"2,log=")
                        .runAlone(LEAKS, "1");
        unharmed(ended);
        assertThat(ended.warnings()).as(ended.everything()).hasSize(3);
        assertThat(ended.otherErr()).isEmpty();
    }

    /** A crash has cut the report of an earlier run: only its last line is lost. */
    @Test
    void reportThatACrashHasCutIsContinued() throws IOException, InterruptedException {
        Path report = directory.resolve("cut.jsonl");
        Files.writeString(report, "{\"type\":\"meta\",\"schema\":1}\n{\"type\":\"le");
        new AppRun(Jdk.own(), directory).option("report", report).runAlone(LEAKS, "1");
        assertThat(Files.readAllLines(report)).element(1).isEqualTo("{\"type\":\"le");
        assertThat(Files.readAllLines(report))
                .element(2)
                .asString()
                .startsWith("{\"type\":\"meta\"");
    }

    private static void unharmed(Ended ended) {
        assertThat(ended.exitCode()).as(ended.everything()).isZero();
        assertThat(ended.out()).containsExactly("DONE");
        assertThat(ended.otherErr()).isEmpty();
    }
}
