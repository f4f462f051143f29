package io.github.tlsleak.it.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.tlsleak.it.harness.CiOnly;
import io.github.tlsleak.it.harness.Ended;
import io.github.tlsleak.it.harness.Jdk;
import io.github.tlsleak.it.harness.OwnJdkOnly;
import io.github.tlsleak.it.harness.Report;
import io.github.tlsleak.it.harness.TlsServiceJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The report file, or its directory, is taken away while the agent writes. One line says so, the
 * program runs on, and the report goes on once it can.
 */
@CiOnly
@OwnJdkOnly
@Execution(ExecutionMode.CONCURRENT)
class ReportGoneIT {

    /** The agent tries again every ten seconds. */
    private static final Duration HEALED = Duration.ofSeconds(40);

    @TempDir Path directory;

    @Test
    void theReportGoesOnWhenItIsThereAgain() throws Exception {
        Path below = directory.resolve("below");
        Path file = below.resolve("report.jsonl");
        String options = "report=" + file + ",report.max=1g";
        try (TlsServiceJvm target = TlsServiceJvm.premain(Jdk.own(), options)) {
            target.leak(1, file, 2);

            // as logrotate does
            Files.move(file, below.resolve("old.jsonl"));
            target.ask("leak 1");
            target.ask("gc");
            until(() -> leaks(file) == 1);
            assertThat(Report.read(file).of("meta")).hasSize(1);
            assertThat(Report.read(file).of("site")).hasSize(1);
            assertThat(Report.read(below.resolve("old.jsonl")).of("leak")).hasSize(2);

            Files.delete(file);
            Files.delete(below.resolve("old.jsonl"));
            Files.delete(below);
            lost(target, "the directory " + below + " does not exist");
            Files.createDirectory(below);
            healed(target, file, 1);

            Files.delete(file);
            Files.createDirectory(file);
            lost(target, "is a directory");
            Files.delete(file);
            healed(target, file, 2);

            Ended ended = target.endsWell();
            assertThat(ended.warnings()).as(ended.everything()).hasSize(4);
        }
        assertThat(Files.readString(file)).endsWith("\n");
        assertThat(Report.read(file).summary().path("agentErrors").asInt()).isZero();
    }

    /** Leaks until the log says that the report cannot be written, and why. */
    private static void lost(TlsServiceJvm target, String why) throws Exception {
        target.ask("leak 1");
        target.ask("gc");
        until(() -> said(target, ".*cannot write report .*\\Q" + why + "\\E.*every 10 s") == 1);
        target.ask("leak 1");
        target.ask("gc");
        assertThat(target.stats("requests")).isPositive();
    }

    private static void healed(TlsServiceJvm target, Path file, int times) throws Exception {
        until(() -> said(target, ".*report .* is written again, \\d+ lines? .* lost") == times);
        target.ask("leak 1");
        target.ask("gc");
        until(() -> leaks(file) >= 1);
        assertThat(Report.read(file).of("meta")).hasSize(1);
        assertThat(Report.read(file).of("site")).isNotEmpty();
    }

    private static long said(TlsServiceJvm target, String pattern) {
        return target.app().err().stream().filter(line -> line.matches(pattern)).count();
    }

    private static int leaks(Path file) throws IOException {
        return Report.read(file).of("leak").size();
    }

    private static void until(Callable<Boolean> condition) {
        await().atMost(HEALED).until(condition);
    }
}
